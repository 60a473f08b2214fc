package io.olivo.deploy.robot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** From a path to a tree of YAML nodes that know their lines; nothing is constructed from tags. */
final class YamlText {
  private static final int LARGEST = 1 << 20; // bytes
  private static final int DEEPEST = 20; // blocks in blocks; the composer recurses
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setMaxAliasesForCollections(50).setCodePointLimit(LARGEST).build();

  private final Path path;
  private final String what;
  private final String example;
  private final Problems problems;

  /**
   * @param path of the file
   * @param what it should be, such as "robot file"
   * @param example where to look for one
   * @param problems takes what is wrong
   */
  YamlText(Path path, String what, String example, Problems problems) {
    this.path = path;
    this.what = what;
    this.example = example;
    this.problems = problems;
  }

  /** The root, or null when there is none and a problem says why. */
  @Nullable Node root() {
    String text = text();
    return text == null ? null : compose(text);
  }

  private @Nullable String text() {
    if (Files.isDirectory(path)) {
      return refuse(0, "is a folder; name a file in it" + NearbyFiles.list(path));
    }
    if (!Files.exists(path)) {
      return refuse(0, "there is no such file" + NearbyFiles.near(path));
    }
    if (!Files.isRegularFile(path)) {
      return refuse(0, "is no file with text in it; name a YAML file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? refuse(
              0, "is larger than 1 MB, so this is no %s; start from %s".formatted(what, example))
          : decode(bytes);
    } catch (IOException unreadable) {
      return refuse(0, "can't be read; check its permissions");
    }
  }

  private @Nullable String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return refuse(0, "is not text in UTF-8; save it as UTF-8");
    }
  }

  private @Nullable Node compose(String text) {
    try {
      if (unwanted(text)) {
        return null;
      }
      Node root = new Compose(SETTINGS).composeString(text).orElse(null);
      if (root == null) {
        refuse(1, "is empty; start from a copy of " + example);
      }
      return root;
    } catch (ReaderException odd) {
      refuse(
          lineAt(text, odd.getPosition()),
          "the character U+%04X is not allowed; remove it".formatted(odd.getCodePoint()));
    } catch (MarkedYamlEngineException syntax) {
      int line = syntax.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      refuse(line, syntax(Objects.requireNonNullElse(syntax.getProblem(), "unreadable")));
    } catch (YamlEngineException other) {
      refuse(1, syntax(String.valueOf(other.getMessage())));
    }
    return null;
  }

  private static String syntax(String what) {
    return "is not YAML: "
        + what
        + "; check indentation (spaces, no tabs), colons, quotes and brackets here and just above";
  }

  /** Events come from a loop, not from recursion, so that they may be as deep as they like. */
  private boolean unwanted(String text) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      String tag = tag(event);
      if (depth > DEEPEST || !tag.isEmpty()) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        refuse(
            line,
            tag.isEmpty()
                ? "is nested deeper than " + DEEPEST + " levels; no key needs that, flatten it"
                : "has the tag " + tag + ", which means nothing in a " + what + "; remove it");
        return true;
      }
    }
    return false;
  }

  private static String tag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag().orElse("");
      case CollectionStartEvent start -> start.getTag().orElse("");
      default -> "";
    };
  }

  private static int lineAt(String text, int position) {
    int end = Math.min(position, text.length());
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private @Nullable String refuse(int line, String message) {
    problems.add(line, "", message);
    return null;
  }
}
