package io.olivo.deploy.robot;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the whole file, part by part, and collects what is wrong in each. */
final class RobotReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Path path;
  private final Problems problems;
  private final Fields root;
  private final Names names = new Names();

  RobotReader(Path path, Field whole) {
    this.path = path;
    problems = whole.problems();
    root = new Fields(whole, Schema.ROOT);
  }

  RobotSpec read() {
    String name = name(root.field("robot"));
    LoopSpec loop = loop(root.block("loop"));
    DeviceReader devices = new DeviceReader(loop.rateHertz()).read(root.block("devices"));
    List<ActuatorSpec> actuators = new ActuatorReader(names, devices).read(root.block("actuators"));
    SensorReader sensors = new SensorReader(names, devices, loop.rateHertz());
    sensors.read(root.block("sensors"));
    HardwareSpec hardware = devices.hardware(root.block("board"));
    Fields skillBlock = root.block("skill");
    int before = problems.count();
    SkillSpec skill = new SkillReader(names, path).read(skillBlock);
    int outputs = problems.count() == before ? outputs(skill) : 0;
    LearnerSpec learner = LearnerReader.read(skillBlock.block("learner"), outputs);
    LinkSpec link = new LinkReader(path).read(root.block("link"), loop.rateHertz());
    FailsafeSpec failsafes = new FailsafeReader(root.block("failsafes")).read();
    SnapshotSpec snapshots = SnapshotReader.read(root.block("snapshots"));
    Optional<SimSpec> sim =
        root.has("sim")
            ? Optional.of(
                new SimReader(sensors.raw(), channels(actuators), names).read(root.block("sim")))
            : Optional.empty();
    problems.throwIfAny();
    if (skill == null) {
      throw new IllegalStateException("a skill is missing, but no problem says why");
    }
    return new RobotSpec(
        path,
        name,
        loop,
        hardware,
        sensors.raw(),
        sensors.derived(),
        sensors.fastest(),
        actuators,
        skill,
        learner,
        failsafes,
        link,
        snapshots,
        sim,
        problems.lines());
  }

  private static List<Channel> channels(List<ActuatorSpec> actuators) {
    return actuators.stream().map(ActuatorSpec::channel).toList();
  }

  private static int outputs(@Nullable SkillSpec skill) {
    return switch (skill) {
      case null -> 0;
      case SkillSpec.Track track -> track.joints().size();
      case SkillSpec.Cancel cancel -> cancel.axes().size();
      case SkillSpec.Reward reward -> reward.actuators().size();
    };
  }

  private static String name(Field field) {
    String name = field.text();
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      field.refuse(field.quoted() + " must be 1 to 64 of A-Z a-z 0-9 _ -, such as arm2");
    }
    return name;
  }

  private static LoopSpec loop(Fields loop) {
    double rate =
        loop.field("rate")
            .quantity(
                Unit.HERTZ,
                1,
                5000,
                "slower can't hold a robot, faster can't be kept in time by a small Linux board;"
                    + " 500 Hz is a good start");
    Field stale = loop.field("stale_after");
    double staleAfter = stale.quantity(Unit.SECOND);
    if (staleAfter < 1 / rate) {
      stale.refuse(
          stale.quoted()
              + " is shorter than one tick, so that every reading would count"
              + " as lost; write at least "
              + Field.plain(1000 / rate)
              + " ms");
    }
    return new LoopSpec(rate, staleAfter);
  }
}
