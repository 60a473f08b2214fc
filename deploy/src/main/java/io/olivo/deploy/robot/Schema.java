package io.olivo.deploy.robot;

import static io.olivo.deploy.robot.Key.choice;
import static io.olivo.deploy.robot.Key.optional;
import static io.olivo.deploy.robot.Key.otherwise;
import static io.olivo.deploy.robot.Key.required;

import io.olivo.controller.fault.FaultKind;
import io.olivo.learning.cerebellum.ClimbingFibreMode;

/** Every key of a robot file. The reader refuses what is not here; {@link Explain} prints it. */
final class Schema {
  private Schema() {}

  private static final String ENVELOPE =
      "{ range: [-30 N*m, 30 N*m], rate: 4000 N*m/s, safe: { value: 0 N*m, within: 20 ms } }";
  private static final String NEEDS_ENVELOPE =
      "every actuator needs an envelope, write for example " + ENVELOPE;

  private static final Section LOOP =
      Section.of(
          required("rate", "500 Hz", "ticks per second, 1 Hz to 5 kHz"),
          otherwise("stale_after", "20 ms", "a reading older than this counts as lost"));

  private static final Section DEVICE =
      Section.of(
              required(
                  "chip", "as5600", "what it is: " + String.join(", ", Key.words(ChipKind.class))),
              optional("bus", "i2c-1", "what it hangs on: i2c-1, spi-0.0 or /dev/ttyACM0"),
              optional("address", "0x68", "on I2C; else where the chip is by itself"),
              optional("rate", "200 Hz", "how often it is asked or told; else at every tick"))
          .and(ChipKind.keys());

  private static final Section BOARD =
      Section.of(
          choice("i2c", BoardSpec.Backend.class, BoardSpec.Backend.LINUX, "who moves bytes on I2C"),
          choice("gpio", BoardSpec.Backend.class, BoardSpec.Backend.LINUX, "who moves its lines"),
          otherwise("gpio_chip", "/dev/gpiochip0", "of its lines; see gpiodetect"),
          otherwise("priority", "50", "SCHED_FIFO of the loop's thread, 1 to 80; 0 for none"),
          optional("cpu", "3", "core that the loop stays on; else any"),
          otherwise("lock_memory", "true", "keeps all memory in RAM: true, false"));

  private static final Section DEVICES =
      Section.of(optional("<name>", "{ chip: as5600, bus: i2c-1 }", "such as imu").with(DEVICE));

  private static final Key SCALE =
      otherwise("scale", "1", "channel = scale * (device - zero); -1 turns it round");
  private static final Key ZERO =
      optional("zero", "0.3 rad", "what the device says when the channel is 0; else 0");

  private static final Section SENSOR =
      Section.of(
          required("range", "[-3.2 rad, 3.2 rad]", "plausible values; the unit follows from it"),
          optional("from", "imu.rate.y", "which device measures it, and as what"),
          SCALE,
          ZERO,
          optional(
              "derive",
              "shoulder.angle",
              "compute it from a sensor, an earlier one or an actuator; a tilt from [rate, along, up]"),
          optional("fastest", "40 rad/s", "change that can be true; else from ranges"),
          choice("filter", FilterKind.class, FilterKind.LOWPASS, "how to derive"),
          optional("cutoff", "40 Hz", "corner frequency of the filter; either this or tau"),
          optional("tau", "40 ms", "time constant of the filter; either this or cutoff"));

  private static final Section SENSORS =
      Section.of(
          optional("<name>", "{ range: [-3.2 rad, 3.2 rad] }", "such as shoulder.angle")
              .with(SENSOR));

  private static final Section SAFE =
      Section.of(
          required("value", "0 N*m", "the command when anything is wrong"),
          required("within", "20 ms", "time for the way there; 0 s jumps"));

  private static final Section ENERGY =
      Section.of(
          required("most", "20 J", "work done on the joint"),
          required("within", "1 s", "in any such time, about"));

  private static final Section ACTUATOR =
      Section.of(
          required("range", "[-30 N*m, 30 N*m]", "lowest and highest command")
              .whenMissing(NEEDS_ENVELOPE),
          optional("learned", "30 N*m", "bound of the learned part; else the larger end of range"),
          required("rate", "4000 N*m/s", "fastest change of the command")
              .whenMissing(NEEDS_ENVELOPE),
          required("safe", "{ value: 0 N*m, within: 20 ms }", "where it goes when all else fails")
              .whenMissing(NEEDS_ENVELOPE)
              .with(SAFE),
          optional("to", "arm.shoulder", "which device drives it, and as what"),
          SCALE,
          ZERO,
          optional("power", "50 W", "most mechanical power; for torques and forces of a joint"),
          optional("energy", "{ most: 20 J, within: 1 s }", "most work in a time; likewise")
              .with(ENERGY));

  private static final Section ACTUATORS =
      Section.of(optional("<name>", ENVELOPE, "such as shoulder.torque").with(ACTUATOR));

  private static final Section REFERENCE =
      Section.of(required("file", "trajectory.csv", "a recorded path, beside the robot file"));

  private static final Section TRACK =
      Section.of(
          required(
              "joints", "[shoulder, elbow]", "each has one <joint>.* position, velocity, drive"),
          required(
                  "reference",
                  "figure8",
                  "where to go: " + ReferenceSpec.words() + ", or { file: trajectory.csv }")
              .with(REFERENCE));

  private static final Section CANCEL =
      Section.of(
          required("errors", "[yaw.slip, pitch.slip]", "measured errors to drive to zero"),
          required("actuators", "[yaw.command, pitch.command]", "one per error"));

  private static final Section REWARD =
      Section.of(
          required("of", "\"cos(pole.angle)\"", "formula over channels: how well it goes"),
          required("actuators", "[pole.torque]", "all of their command is learned"),
          otherwise("horizon", "5 s", "how far ahead reward counts"),
          optional(
              "ends_when", "\"abs(pole.angle) - 0.5\"", "formula; above 0 it is over for good"),
          optional("hold", "0.95", "reward of a tick from which the skill counts as held"));

  private static final Section FEEDBACK =
      Section.of(
          optional("kp", "[60, 30]", "track: command per position error, one per joint"),
          optional("kd", "[4, 1.5]", "track: command per velocity error, one per joint"),
          optional(
              "plus",
              "[\"-3 * body.angle\"]",
              "track: formulas, one per joint, that are added and do not teach"),
          optional("from", "[yaw.head, pitch.head]", "cancel: what the reflex listens to"),
          optional("gain", "[-0.6, -0.6]", "cancel: command per unit of from, one per error"));

  private static final Section LEARNER =
      Section.of(
          choice("rule", LearnerRule.class, LearnerRule.CEREBELLUM, "who learns"),
          otherwise("granules", "512", "size of the granule layer, 0 to 65536"),
          otherwise("sensor_delay", "0 s", "known age of the position (or error) readings"),
          optional("inputs", "[\"sin(shoulder.angle)\"]", "formulas; else from unit and range"),
          optional("lag", "8 ms", "from command to effect; else measured at start"),
          optional("inertia", "[0.2, 0.06]", "command per acceleration; else measured at start"),
          choice(
              "climbing_fibre",
              ClimbingFibreMode.class,
              ClimbingFibreMode.CONTINUOUS,
              "when errors teach"),
          otherwise("climbing_fibre_rate", "10 Hz", "most events per second, unless continuous"),
          choice(
              "feedback",
              NetFeedback.class,
              NetFeedback.KOLEN_POLLACK,
              "net: the error's way back to hidden layers"),
          optional(
              "perturb",
              "node",
              "net: perturb instead of feedback: "
                  + String.join(", ", Key.words(NetPerturb.class))),
          optional("hidden", "[64, 64]", "net: units of each hidden layer; else [64, 64]"),
          otherwise("replay", "2000", "net: samples kept to be learned again, 0 to 100000"));

  private static final Section SKILL =
      Section.of(
          optional("track", "{ joints: [elbow], reference: sines }", "follow a path").with(TRACK),
          optional("cancel", "{ errors: [slip], actuators: [drive] }", "or null errors")
              .with(CANCEL),
          optional("reward", "{ of: \"-slip * slip\", actuators: [drive] }", "or collect reward")
              .with(REWARD),
          optional("feedback", "{ kp: [60, 30], kd: [4, 1.5] }", "track, cancel: does not learn")
              .with(FEEDBACK),
          optional("learner", "{ rule: cerebellum }", "the part that learns").with(LEARNER));

  private static final Section TLS =
      Section.of(
          optional("ca", "ca.crt", "who vouches for the broker; else those that Java trusts"),
          optional("certificate", "arm2.crt", "of the robot, if the broker asks for one"),
          optional("key", "arm2.key", "of that certificate: PKCS#8 without a password"));

  private static final Section HOME_ASSISTANT =
      Section.of(
          choice(
              "use",
              HomeAssistantSpec.Use.class,
              HomeAssistantSpec.Use.SHOW,
              "what Home Assistant is to do"),
          otherwise("every", "5 s", "between two summaries, 0.5 s to 1 h"),
          optional("channels", "[cart.position]", "that are shown; else all"));

  private static final Section SPARKPLUG =
      Section.of(
          required("group", "plant1", "group id; the robot is an edge node of it"),
          otherwise("every", "1 s", "between two messages with what changed, 0.5 s to 1 h"));

  private static final Section LINK =
      Section.of(
          optional("broker", "tcp://localhost:1883", "MQTT broker; else no link"),
          otherwise("telemetry", "20 Hz", "messages per second, at most the loop's rate"),
          optional("user", "arm2", "name at the broker, or in OLIVO_MQTT_USER"),
          optional(
              "password_file",
              "arm2.password",
              "yours alone (chmod 600); or the password itself in OLIVO_MQTT_PASSWORD"),
          optional("tls", "{ ca: ca.crt }", "files in PEM, for ssl:// and wss://").with(TLS),
          optional(
              "trusted_keys", "[desk.pub]", "whose snapshots it takes; see olivo snapshot keys"),
          optional("home_assistant", "{ every: 5 s }", "shown by Home Assistant")
              .with(HOME_ASSISTANT),
          optional("sparkplug", "{ group: plant1 }", "told in Sparkplug B").with(SPARKPLUG));

  private static final Section SENSOR_LOST =
      Section.of(otherwise("give_up", "500 ms", "pause at loop.stale_after, stop after this"));

  private static final Section SENSOR_STUCK =
      Section.of(
          otherwise("samples", "100", "equal readings in a row, 2 to 100000"),
          otherwise("moved", "2 %", "of the joint's range, by its reference meanwhile"));

  private static final Section OVERRUN =
      Section.of(
          otherwise("periods", "2", "a tick is late so many periods after the one before"),
          otherwise("in_a_row", "50", "late ticks that stop the robot"));

  private static final Section FOLLOWING =
      Section.of(
          otherwise("error", "10 %", "of the joint's range, from its reference"),
          otherwise("time", "200 ms", "for so long stops the robot"));

  private static final Section STALL =
      Section.of(
          otherwise("effort", "80 %", "of the motor's range, or of its current sensor's"),
          otherwise("error", "2 %", "of the joint's range, from its reference"),
          otherwise("speed", "2 %", "of the range of its velocity; slower is standing"),
          otherwise("time", "1 s", "all three for so long stop the robot"));

  private static final Section TEMPERATURE =
      Section.of(
          otherwise("derate", "60 degC", "from here a motor's range shrinks"),
          otherwise("stop", "70 degC", "here it is nothing, and the robot stops"));

  private static final Section BROWN_OUT =
      Section.of(
          otherwise("below", "6.3 V", "of sensor supply.voltage: pauses the robot"),
          otherwise("until", "7.5 V", "it is above this again"));

  private static final Section LINK_LOST =
      Section.of(
          otherwise("after", "10 s", "without a broker"),
          choice("then", LinkLoss.class, LinkLoss.CONTINUE, "what to do"));

  private static final Section FAILSAFES =
      Section.of(
          optional("sensor_lost", "{ give_up: 500 ms }", "no good reading").with(SENSOR_LOST),
          optional("sensor_stuck", "{ samples: 100 }", "the same reading").with(SENSOR_STUCK),
          optional("overrun", "{ in_a_row: 50 }", "late ticks").with(OVERRUN),
          otherwise("clock_jump", "250 ms", "a tick later than this begins anew"),
          otherwise("deadman", "100 ms", "no command is held longer by a silent loop"),
          otherwise("dead_loop", "200 ms", "a loop silent for so long stops the robot"),
          optional("following", "{ error: 5 % }", "a joint far from its reference").with(FOLLOWING),
          optional("stall", "{ time: 1 s }", "a motor that pushes in vain").with(STALL),
          optional("temperature", "{ stop: 70 degC }", "sensors <joint>.temperature")
              .with(TEMPERATURE),
          optional("brown_out", "{ below: 6.3 V }", "sensor supply.voltage").with(BROWN_OUT),
          optional("link_lost", "{ then: freeze }", "nobody listens").with(LINK_LOST),
          optional("watchdog", "/dev/watchdog", "restarts the board when all hangs; else none"));
  private static final Section SNAPSHOTS =
      Section.of(
          otherwise("every", "60 s", "robot time between two saved generations, 1 s to 1 day"),
          otherwise("keep", "5", "how many generations stay, 2 to 1000"));

  private static final Section RECORD =
      Section.of(
          required(
              "folder", "recordings", "of the files, in MCAP; every run that lasts is recorded"),
          otherwise("limit", "2 GB", "for all of this robot; the oldest make room"),
          otherwise("keep_free", "500 MB", "less than this free on the disk ends a recording"));

  private static final Section SIM_SENSOR =
      Section.of(
          optional("bits", "13", "encoder bits per turn, for angles"),
          optional("resolution", "0.05 mm", "smallest step; else none"),
          otherwise("delay", "0 s", "age of a reading"),
          optional("noise", "0.01 rad", "standard deviation; else none"));

  private static final Section PARAMETERS =
      Section.of(optional("<parameter>", "0.7", "a number or a list, such as payload: 0.7"));

  private static final Section RANDOMISE =
      Section.of(
          optional("<parameter>", "[0.8, 1.2]", "of the plant, or latency [s] and noise [factor]"));

  private static final Section CHANGE =
      Section.of(
          required("at", "40 s", "robot time, not before the entry above"),
          optional("<parameter>", "0.7", "its new value, such as payload: 0.7"));

  private static final String SPIKES = "[{ kind: spike, at: 20 s, size: 0.5 rad, every: 50 ms }]";

  private static final Section FAULT =
      Section.of(
          required(
              "kind", "spike", "what breaks: " + String.join(", ", Key.words(FaultKind.class))),
          otherwise("part", "all", "raw sensor or actuator"),
          required("at", "20 s", "robot time of its begin"),
          optional("for", "2 s", "its length; else to the end of the run"),
          optional("every", "50 ms", "mean time between random events; else every sample"),
          optional("size", "0.5 rad", "spike: what is added"),
          optional("rate", "0.1 rad/s", "drift: what is added per second"),
          optional("delay", "40 ms", "delay: how late samples arrive"),
          optional("resolution", "0.001 rad", "bit-flip: one count; else as in sim.sensors"),
          otherwise("factor", "0.5", "weak: share of what is asked"),
          optional("step", "1 s", "clock-step: how far ahead, or behind when negative"));

  /** Of what olivo calibrate has found out. */
  static final Section CALIBRATION =
      Section.of(
          required("channels", "{ elbow.angle: { scale: 1, zero: 0 } }", "what was found out")
              .with(
                  Section.of(
                      optional("<name>", "{ scale: 1, zero: 0 }", "such as elbow.angle")
                          .with(
                              Section.of(
                                  required("scale", "1", "how the device counts"),
                                  required("zero", "0", "what it says at 0, in SI"))))),
          required("crc", "01234567", "of all lines before"));

  /** Of a file with faults and nothing else. */
  static final Section FAULTS_FILE =
      Section.of(required("faults", SPIKES, "what breaks, and when").with(FAULT));

  private static final Section SIM =
      Section.of(
          required("plant", "arm2", "which simulated robot"),
          optional("sensors", "{ elbow.angle: { bits: 13 } }", "imperfections, per raw sensor")
              .with(
                  Section.of(
                      optional("<name>", "{ bits: 13, delay: 2 ms }", "such as elbow.angle")
                          .with(SIM_SENSOR))),
          optional("episode", "10 s", "then the robot is put back to where it began; else never"),
          optional(
                  "randomise", "{ mass: [0.8, 1.2] }", "olivo train: drawn whenever it is put back")
              .with(RANDOMISE),
          optional("parameters", "{ payload: 0 }", "of the plant, at the start").with(PARAMETERS),
          optional("schedule", "[{ at: 40 s, payload: 0.7 }]", "changes, by robot time")
              .with(CHANGE),
          optional("faults", SPIKES, "what breaks on purpose, and when").with(FAULT));

  static final Section ROOT =
      Section.of(
          required("robot", "arm2", "its name, 1 to 64 of A-Z a-z 0-9 _ -"),
          required("loop", "{ rate: 500 Hz }", "the control loop").with(LOOP),
          optional(
                  "devices",
                  "{ imu: { chip: mpu6050, bus: i2c-1 } }",
                  "what it is built of; else simulated")
              .with(DEVICES),
          optional("board", "{ i2c: linux }", "the computer that the devices hang on").with(BOARD),
          required("sensors", "{ elbow.angle: { range: [-3 rad, 3 rad] } }", "what it measures")
              .with(SENSORS),
          required("actuators", "{ elbow.torque: " + ENVELOPE + " }", "what it moves")
              .with(ACTUATORS),
          required("skill", "{ track: ..., feedback: ... }", "what to do: track, cancel or reward")
              .with(SKILL),
          optional("failsafes", "{ dead_loop: 200 ms }", "when not to go on; all are on")
              .with(FAILSAFES),
          optional("link", "{ broker: tcp://localhost:1883 }", "to the outside").with(LINK),
          optional("snapshots", "{ every: 60 s, keep: 5 }", "of what was learned").with(SNAPSHOTS),
          optional("record", "{ folder: recordings, limit: 2 GB }", "what happens, for replays")
              .with(RECORD),
          optional("sim", "{ plant: arm2 }", "the simulated robot").with(SIM));
}
