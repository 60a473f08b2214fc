package io.olivo.deploy.robot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A block of the file, checked against its {@link Section}: unknown, repeated and missing keys are
 * problems from the start. An absent block is one without keys, so that its defaults hold.
 */
final class Fields {
  private final Field block;
  private final Section section;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  Fields(Field block, Section section) {
    this.block = block;
    this.section = section;
    if (block.node() instanceof MappingNode mapping) {
      Set<String> probablyMeant = collect(mapping);
      requireAll(probablyMeant);
    } else if (block.present()) {
      refuseKind();
    }
  }

  private void refuseKind() {
    String keys = section.names().isEmpty() ? "names" : Field.all(section.names());
    boolean empty = block.node() instanceof ScalarNode s && s.getTag().equals(Tag.NULL);
    block.wrong(empty ? "is empty" : "must be a block of " + keys + ", not " + block.quoted());
  }

  /** The keys of this block. */
  private Set<String> collect(MappingNode mapping) {
    Set<String> probablyMeant = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name) {
        add(name, tuple.getValueNode(), probablyMeant);
      } else {
        int line = Field.lineOf(tuple.getKeyNode(), block.line);
        block.problems().add(line, block.path, "a key must be plain text, not a list or a block");
      }
    }
    return probablyMeant;
  }

  private void add(ScalarNode nameNode, Node value, Set<String> probablyMeant) {
    String name = nameNode.getValue();
    int line = Field.lineOf(nameNode, block.line);
    Field earlier = fields.get(name);
    if (earlier != null) {
      block
          .problems()
          .add(
              line,
              path(name),
              "is here twice, first in line " + earlier.line + "; keep one of the two");
    } else if (section.find(name).isEmpty() && section.anyName().isEmpty()) {
      Nearest.to(name, section.names()).ifPresent(probablyMeant::add);
      block.problems().add(line, block.path, unknown(name));
    } else {
      fields.put(name, new Field(path(name), line, exampleOf(name), value, block.problems()));
    }
  }

  private String unknown(String name) {
    List<String> known = section.names();
    String shown = name.length() <= 60 ? name : name.substring(0, 60) + "...";
    return "unknown key '%s'%s; known keys are %s"
        .formatted(shown, Nearest.hint(name, known), Field.all(known));
  }

  private void requireAll(Set<String> probablyMeant) {
    for (Key key : section.keys()) {
      if (key.required()
          && !fields.containsKey(key.name())
          && !probablyMeant.contains(key.name())) {
        refuseMissing(key);
      }
    }
  }

  private void refuseMissing(Key key) {
    block.problems().add(block.line, path(key.name()), "is missing; " + key.whenMissing());
  }

  private String exampleOf(String name) {
    return section.find(name).or(section::anyName).map(Key::example).orElse("");
  }

  private String path(String name) {
    return block.path.isEmpty() ? name : block.path + "." + name;
  }

  /** The block itself, to complain about it. */
  Field self() {
    return block;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** A declared key: as written, or its default, or absent. */
  Field field(String name) {
    return field(name, declared(name).otherwise());
  }

  /** A declared key: as written, or with a default that depends on others, or absent. */
  Field field(String name, @Nullable String otherwise) {
    Key key = declared(name);
    Field written = fields.get(name);
    if (written != null) {
      return written;
    }
    Node node = otherwise == null ? null : new ScalarNode(Tag.STR, otherwise, ScalarStyle.PLAIN);
    return new Field(path(name), block.line, key.example(), node, block.problems());
  }

  /** A declared key that holds a block. */
  Fields block(String name) {
    return new Fields(field(name), insideOf(name));
  }

  /** A declared key that holds a list of blocks. */
  List<Fields> blocks(String name) {
    List<Fields> all = new ArrayList<>();
    for (Field item : field(name).numberedItems()) {
      all.add(new Fields(item, insideOf(name)));
    }
    return all;
  }

  /** A key that is optional in the schema but needed here; complains when it is not there. */
  Field needed(String name) {
    if (!has(name) && block.isBlock()) {
      Key key = declared(name);
      block
          .problems()
          .add(
              block.line,
              path(name),
              "is missing; write for example \"" + name + ": " + key.example() + "\"");
    }
    return field(name);
  }

  /** The keys that are there. */
  List<String> written() {
    return List.copyOf(fields.keySet());
  }

  /** The values under names that the person chose, in the order of the file. */
  Map<String, Field> named() {
    Map<String, Field> named = new LinkedHashMap<>(fields);
    section.names().forEach(named::remove);
    return named;
  }

  /** The blocks under names that the person chose, in the order of the file. */
  Map<String, Fields> namedBlocks() {
    Section inside = section.anyName().map(Key::inside).orElseThrow();
    Map<String, Fields> blocks = new LinkedHashMap<>();
    named().forEach((name, field) -> blocks.put(name, new Fields(field, inside)));
    return blocks;
  }

  private Key declared(String name) {
    return section
        .find(name)
        .orElseThrow(() -> new IllegalStateException(path(name) + " is not in the schema"));
  }

  private Section insideOf(String name) {
    Section inside = declared(name).inside();
    if (inside == null) {
      throw new IllegalStateException(path(name) + " is no block in the schema");
    }
    return inside;
  }
}
