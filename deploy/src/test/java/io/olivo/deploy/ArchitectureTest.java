package io.olivo.deploy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.olivo.learning.HotPath;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What the modules, the tick and the names promise, checked on the compiled classes. */
@AnalyzeClasses(packages = "io.olivo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Set<String> PROCESSOR_DEPENDENT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  @ArchTest static final ArchRule learningDependsOnNothingOfOurs = stays("learning", "learning");

  @ArchTest static final ArchRule sensorsDependOnNothingOfOurs = stays("sensors", "sensors");

  @ArchTest
  static final ArchRule actuatorsDependOnSensorsOnly = stays("actuators", "actuators", "sensors");

  @ArchTest
  static final ArchRule controllerDependsOnLearningSensorsAndActuatorsOnly =
      stays("controller", "controller", "learning", "sensors", "actuators");

  @ArchTest
  static final ArchRule nothingDependsOnTheDeployment =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.olivo.deploy..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.olivo.deploy..");

  /** A module may use these modules of ours, and what is not ours. */
  private static ArchRule stays(String module, String... allowed) {
    String[] packages = new String[allowed.length];
    for (int i = 0; i < allowed.length; i++) {
      packages[i] = "io.olivo." + allowed[i] + "..";
    }
    DescribedPredicate<JavaClass> elsewhere =
        JavaClass.Predicates.resideInAPackage("io.olivo..")
            .and(JavaClass.Predicates.resideOutsideOfPackages(packages))
            .as("other modules");
    return noClasses()
        .that()
        .resideInAPackage("io.olivo." + module + "..")
        .should()
        .dependOnClassesThat(elsewhere);
  }

  @ArchTest
  static final ArchRule onlyTheLinkKnowsThatTheBrokerIsReachedByPaho =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.olivo.controller.link..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.paho..");

  @ArchTest
  static final ArchRule onlyTheirOwnPackagesKnowThatBusesAreReachedByPi4j =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.olivo.sensors.pi4j..", "io.olivo.actuators.pi4j..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.pi4j..");

  @ArchTest
  static final ArchRule onlyItsOwnPackageKnowsThatSerialLinesAreReachedByJSerialComm =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.olivo.actuators.servo.jserialcomm..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fazecast..");

  @ArchTest
  static final ArchRule onlyTheRecordingsKnowHowTheyAreCompressed =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.olivo.controller.record.mcap..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.airlift..");

  /** The board gets none of it. */
  @ArchTest
  static final ArchRule noDriverKnowsThatItsChipIsEmulated =
      noClasses()
          .that()
          .resideInAnyPackage("io.olivo.sensors..", "io.olivo.actuators..")
          .and()
          .resideOutsideOfPackage("..emulated..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..emulated..");

  @ArchTest
  static final ArchRule onlyTheEmbeddedBrokerKnowsHiveMq =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.olivo.deploy.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.hivemq..");

  @ArchTest
  static final ArchRule onlyItsOwnPackageKnowsThatSparkplugIsWrittenByTahu =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.olivo.deploy.bridge.sparkplug..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.tahu..", "com.google.protobuf..");

  /** The board gets none of it. */
  @ArchTest
  static final ArchRule onlyTheTrainingOfNetsKnowsNd4j =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.olivo.sim.train..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule resultsAreTheSameOnEveryProcessor =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.olivo.learning..",
              "io.olivo.sensors..",
              "io.olivo.actuators..",
              "io.olivo.controller.loop..",
              "io.olivo.controller.observe..",
              "io.olivo.controller.feedback..",
              "io.olivo.controller.reference..",
              "io.olivo.sim.plant..",
              "io.olivo.sim.model..",
              "io.olivo.sim.io..",
              "io.olivo.controller.fault..",
              "io.olivo.sim.task..",
              "io.olivo.sim.throwing..",
              "io.olivo.sim.train..")
          .should()
          .accessTargetWhere(
              describe(
                  "a function of java.lang.Math that may differ between processors",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().isEquivalentTo(Math.class)
                          && PROCESSOR_DEPENDENT.contains(access.getTarget().getName())))
          .because("Elementary gives the same bits everywhere");

  /** Set-up inside a hot class: constructors, and private statics that only these call. */
  private static boolean isSetUp(JavaCodeUnit code) {
    return code.isConstructor()
        || code.getName().equals("<clinit>")
        || (code.getModifiers().contains(JavaModifier.PRIVATE)
            && code.getModifiers().contains(JavaModifier.STATIC)
            && !code.getCallsOfSelf().isEmpty()
            && code.getCallsOfSelf().stream()
                .map(JavaCall::getOrigin)
                .allMatch(caller -> !caller.equals(code) && isSetUp(caller)));
  }

  private static boolean isBetweenRuns(JavaCodeUnit code) {
    return Set.of("save", "load", "figureNames", "channels").contains(code.getName());
  }

  private static final DescribedPredicate<JavaCodeUnit> RUNS_EVERY_TICK =
      describe(
          "run on every tick",
          code ->
              (code.isAnnotatedWith(HotPath.class)
                      || code.getOwner().isAnnotatedWith(HotPath.class))
                  && !isSetUp(code)
                  && !isBetweenRuns(code)
                  && !isReader(code));

  /** Public static factories that read files build a trajectory; none runs in a tick. */
  private static boolean isReader(JavaCodeUnit code) {
    return code.getOwner().getSimpleName().equals("CsvTrajectory")
        && code.getModifiers().contains(JavaModifier.STATIC);
  }

  @ArchTest
  static final ArchRule tickNeitherFormatsNorStreamsNorBoxesNorWaits =
      codeUnits()
          .that(RUNS_EVERY_TICK)
          .should(
              new ArchCondition<>("not call what allocates or waits") {
                @Override
                public void check(JavaCodeUnit code, ConditionEvents events) {
                  for (JavaCall<?> call : code.getCallsFromSelf()) {
                    if (allocatesOrWaits(call.getTarget())) {
                      events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                  }
                }
              });

  private static boolean allocatesOrWaits(CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    boolean text =
        owner.equals("java.lang.String") && Set.of("format", "formatted", "concat").contains(name);
    boolean builder = owner.startsWith("java.lang.StringBu");
    boolean boxing = owner.startsWith("java.lang.") && name.equals("valueOf");
    boolean stream = owner.startsWith("java.util.stream.") || name.equals("stream");
    boolean optional = owner.startsWith("java.util.Optional");
    boolean waiting =
        Set.of("wait", "sleep", "park", "parkNanos", "join", "lock").contains(name)
            && owner.startsWith("java.");
    boolean logging = owner.equals("java.io.PrintStream") || owner.startsWith("java.util.logging");
    return text || builder || boxing || stream || optional || waiting || logging;
  }

  @ArchTest
  static final ArchRule everyPackageRefusesNull =
      ArchRuleDefinition.classes()
          .should(
              new ArchCondition<>("be in a package marked @NullMarked") {
                @Override
                public void check(JavaClass one, ConditionEvents events) {
                  JavaPackage itsPackage = one.getPackage();
                  if (!itsPackage.isAnnotatedWith(NullMarked.class)) {
                    events.add(
                        SimpleConditionEvent.violated(
                            one, one.getName() + ": " + itsPackage.getName() + " is unmarked"));
                  }
                }
              });

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Common)$")
          .because("such a name tells nothing");
}
