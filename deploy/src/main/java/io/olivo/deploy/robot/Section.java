package io.olivo.deploy.robot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one block.
 *
 * @param keys in the order in which people should write them
 */
record Section(List<Key> keys) {
  static Section of(Key... keys) {
    return new Section(List.of(keys));
  }

  /** The same with other keys after these. */
  Section and(List<Key> more) {
    return new Section(Stream.concat(keys.stream(), more.stream()).toList());
  }

  Optional<Key> find(String name) {
    return keys.stream().filter(key -> key.name().equals(name) && !key.isAnyName()).findFirst();
  }

  /** The key that stands for any name, in a block whose names the person chooses. */
  Optional<Key> anyName() {
    return keys.stream().filter(Key::isAnyName).findFirst();
  }

  List<String> names() {
    return keys.stream().filter(key -> !key.isAnyName()).map(Key::name).toList();
  }
}
