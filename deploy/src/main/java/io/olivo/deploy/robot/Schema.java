package io.olivo.deploy.robot;

import static io.olivo.deploy.robot.Key.choice;
import static io.olivo.deploy.robot.Key.optional;
import static io.olivo.deploy.robot.Key.otherwise;
import static io.olivo.deploy.robot.Key.required;

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

  private static final Section SENSOR =
      Section.of(
          required("range", "[-3.2 rad, 3.2 rad]", "plausible values; the unit follows from it"),
          optional(
              "derive",
              "shoulder.angle",
              "compute it from a sensor, an earlier one or an actuator"),
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

  private static final Section ACTUATOR =
      Section.of(
          required("range", "[-30 N*m, 30 N*m]", "lowest and highest command")
              .whenMissing(NEEDS_ENVELOPE),
          optional("learned", "30 N*m", "bound of the learned part; else the larger end of range"),
          required("rate", "4000 N*m/s", "fastest change of the command")
              .whenMissing(NEEDS_ENVELOPE),
          required("safe", "{ value: 0 N*m, within: 20 ms }", "where it goes when all else fails")
              .whenMissing(NEEDS_ENVELOPE)
              .with(SAFE));

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

  private static final Section FEEDBACK =
      Section.of(
          optional("kp", "[60, 30]", "track: command per position error, one per joint"),
          optional("kd", "[4, 1.5]", "track: command per velocity error, one per joint"),
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
          optional("track", "{ joints: [elbow], reference: sines }", "follow a path; or cancel")
              .with(TRACK),
          optional("cancel", "{ errors: [slip], actuators: [drive] }", "null errors; or track")
              .with(CANCEL),
          required("feedback", "{ kp: [60, 30], kd: [4, 1.5] }", "the part that does not learn")
              .with(FEEDBACK),
          optional("learner", "{ rule: cerebellum }", "the part that learns").with(LEARNER));

  private static final Section LINK =
      Section.of(
          optional("broker", "tcp://localhost:1883", "MQTT broker; else no link"),
          otherwise("telemetry", "20 Hz", "messages per second, at most the loop's rate"));

  private static final Section SNAPSHOTS =
      Section.of(
          otherwise("every", "60 s", "robot time between two saved generations, 1 s to 1 day"),
          otherwise("keep", "5", "how many generations stay, 2 to 1000"));

  private static final Section SIM_SENSOR =
      Section.of(
          optional("bits", "13", "encoder bits per turn, for angles"),
          optional("resolution", "0.05 mm", "smallest step; else none"),
          otherwise("delay", "0 s", "age of a reading"),
          optional("noise", "0.01 rad", "standard deviation; else none"));

  private static final Section PARAMETERS =
      Section.of(optional("<parameter>", "0.7", "a number or a list, such as payload: 0.7"));

  private static final Section CHANGE =
      Section.of(
          required("at", "40 s", "robot time, not before the entry above"),
          optional("<parameter>", "0.7", "its new value, such as payload: 0.7"));

  private static final Section SIM =
      Section.of(
          required("plant", "arm2", "which simulated robot"),
          optional("sensors", "{ elbow.angle: { bits: 13 } }", "imperfections, per raw sensor")
              .with(
                  Section.of(
                      optional("<name>", "{ bits: 13, delay: 2 ms }", "such as elbow.angle")
                          .with(SIM_SENSOR))),
          optional("parameters", "{ payload: 0 }", "of the plant, at the start").with(PARAMETERS),
          optional("schedule", "[{ at: 40 s, payload: 0.7 }]", "changes, by robot time")
              .with(CHANGE));

  static final Section ROOT =
      Section.of(
          required("robot", "arm2", "its name, 1 to 64 of A-Z a-z 0-9 _ -"),
          required("loop", "{ rate: 500 Hz }", "the control loop").with(LOOP),
          required("sensors", "{ elbow.angle: { range: [-3 rad, 3 rad] } }", "what it measures")
              .with(SENSORS),
          required("actuators", "{ elbow.torque: " + ENVELOPE + " }", "what it moves")
              .with(ACTUATORS),
          required("skill", "{ track: ..., feedback: ... }", "what to do: track or cancel")
              .with(SKILL),
          optional("link", "{ broker: tcp://localhost:1883 }", "to the outside").with(LINK),
          optional("snapshots", "{ every: 60 s, keep: 5 }", "of what was learned").with(SNAPSHOTS),
          optional("sim", "{ plant: arm2 }", "the simulated robot").with(SIM));
}
