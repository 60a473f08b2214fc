package io.olivo.deploy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.installation.BoardJars;
import io.olivo.deploy.replay.ReplayOutcome;
import io.olivo.deploy.replay.ReplayRun;
import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a release holds is enough. */
class ReleaseContentTest {
  /** What libraries have for other uses: windows, databases, tools. None is loaded on a board. */
  private static final Map<String, Set<String>> NEVER_REACHED =
      Map.of(
          "jackson-databind", Set.of("java.desktop", "java.sql", "java.xml"),
          "jna", Set.of("java.desktop"),
          "picocli", Set.of("java.sql"));

  private final Map<String, String> moduleOfPackage = new HashMap<>();

  /** Follows each class that a board's jars name to the module that it is in. */
  @Test
  void theRuntimeHasEveryModuleThatABoardsClassesName() throws IOException {
    for (var module : ModuleFinder.ofSystem().findAll()) {
      ModuleDescriptor descriptor = module.descriptor();
      descriptor.packages().forEach(name -> moduleOfPackage.put(name, descriptor.name()));
    }
    Set<String> linked = linked();
    Map<String, Set<String>> missing = new TreeMap<>();
    int places = 0;
    for (Path place : ofBoard()) {
      Set<String> needed = modules(place);
      needed.removeAll(linked);
      needed.removeAll(NEVER_REACHED.getOrDefault(artifact(place), Set.of()));
      if (!needed.isEmpty()) {
        missing.put(place.toString(), needed);
      }
      places++;
    }
    assertEquals(Map.of(), missing);
    assertTrue(places >= 20, "looked at " + places);
  }

  private static Set<String> linked() {
    Configuration configuration =
        Configuration.empty()
            .resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), Set.copyOf(JavaRuntime.MODULES));
    return configuration.modules().stream().map(ResolvedModule::name).collect(Collectors.toSet());
  }

  /** Jars, and classes of modules that are not jars yet. */
  private static List<Path> ofBoard() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(
            place ->
                BoardJars.contain(String.valueOf(place.getFileName()))
                    || (place.endsWith("target/classes") && !place.toString().contains("/sim/")))
        .toList();
  }

  private static String artifact(Path place) {
    return String.valueOf(place.getFileName()).replaceFirst("-\\d.*", "");
  }

  private Set<String> modules(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return below(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return below(jar.getPath("/"));
    }
  }

  private Set<String> below(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      Set<String> found = new TreeSet<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        if (!file.endsWith("module-info.class")) {
          found.addAll(named(Files.readAllBytes(file)));
        }
      }
      return found;
    }
  }

  private Set<String> named(byte[] classFile) {
    Set<String> found = new HashSet<>();
    StreamSupport.stream(ClassFile.of().parse(classFile).constantPool().spliterator(), false)
        .filter(ClassEntry.class::isInstance)
        .map(entry -> ((ClassEntry) entry).asInternalName())
        .map(name -> name.replaceFirst("^\\[+L?", ""))
        .filter(name -> name.contains("/"))
        .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
        .map(moduleOfPackage::get)
        .forEach(
            module -> {
              if (module != null) {
                found.add(module);
              }
            });
    return found;
  }

  /**
   * When what a robot does has changed on purpose, record it again, and commit it: olivo run arm2
   * --seed 7 --for 4s --record deploy/src/main/pack/share/selftest.mcap
   */
  @Test
  void theRecordingOfTheSelfTestIsReplayedBitForBit() throws Exception {
    Path recording = PlayedHome.SOURCES.resolve("pack/share/selftest.mcap");
    ReplayOutcome outcome = new ReplayRun(List.of(recording)).run();
    assertNull(outcome.difference());
    assertTrue(outcome.whole());
    assertTrue(outcome.digests() >= 4, "compared " + outcome.digests());
    assertTrue(Files.size(recording) < 300_000);
  }
}
