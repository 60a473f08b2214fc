package io.olivo.deploy.robot;

/** Every key of a robot file with its default and its meaning, from the reader's own schema. */
public final class Explain {
  private static final int NAME_WIDTH = 24;
  private static final int DEFAULT_WIDTH = 16;

  private Explain() {}

  /** The whole text, one line per key, indented as in the file. */
  public static String text() {
    StringBuilder out = new StringBuilder();
    out.append(row("key", "default", "meaning"));
    append(out, Schema.ROOT, "");
    return out.toString();
  }

  private static void append(StringBuilder out, Section section, String indent) {
    for (Key key : section.keys()) {
      out.append(row(indent + key.name(), byDefault(key), meaning(key)));
      Section inside = key.inside();
      if (inside != null) {
        append(out, inside, indent + "  ");
      }
    }
  }

  private static String byDefault(Key key) {
    String otherwise = key.otherwise();
    if (key.isAnyName()) {
      return "your names";
    }
    return otherwise != null ? otherwise : key.required() ? "required" : "none";
  }

  private static String meaning(Key key) {
    boolean example = key.otherwise() == null && key.inside() == null && !key.isAnyName();
    return key.meaning() + (example ? "; such as " + key.example() : "");
  }

  private static String row(String name, String byDefault, String meaning) {
    String format = "%-" + NAME_WIDTH + "s %-" + DEFAULT_WIDTH + "s %s%n";
    return format.formatted(name, byDefault, meaning);
  }
}
