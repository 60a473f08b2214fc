package io.olivo.deploy.cli;

import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.installation.Installation;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be asked for here: on a board less than on a desktop. */
final class Verbs {
  private Verbs() {}

  /**
   * Adds verbs to the program or to one of its verbs.
   *
   * @param verbs in the order of the help, each with {@link Command}
   */
  static void add(CommandLine line, List<Class<?>> verbs) {
    for (Class<?> verb : verbs) {
      line.addSubcommand(nameOf(verb), isHere(verb) ? verb : new AbsentVerb());
    }
  }

  /**
   * The one that is asked for, else all: picocli reads each of them by reflection, which a robot's
   * start need not wait for.
   */
  static List<Class<?>> asked(List<Class<?>> verbs, String[] args) {
    List<Class<?>> named =
        verbs.stream().filter(verb -> args.length > 0 && nameOf(verb).equals(args[0])).toList();
    return named.isEmpty() ? verbs : named;
  }

  private static boolean isHere(Class<?> verb) {
    return Installation.hasSimulator() || !verb.isAnnotationPresent(DesktopOnly.class);
  }

  private static String nameOf(Class<?> verb) {
    return verb.getAnnotation(Command.class).name();
  }
}
