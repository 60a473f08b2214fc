package io.olivo.deploy.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.olivo.deploy.cli.Olivo;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a board can run needs a jar that a board has not. */
@Execution(ExecutionMode.CONCURRENT)
class BoardClassPathTest {
  private final ClassLoader board =
      new URLClassLoader(
          BoardClassPath.entries().stream().map(BoardClassPathTest::url).toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> names() {
    return BoardJars.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyJarOfABoardIsOneOfThisBuild(String name) {
    List<String> found =
        BoardClassPath.entries().stream()
            .map(BoardClassPath::jarOf)
            .filter(file -> file.startsWith(name))
            .toList();
    assertEquals(1, found.size(), found::toString);
  }

  /** From the command line on, along all that a class names, up to what is for desktops only. */
  @Test
  void fromTheCommandLineOnlyWhatABoardHasIsReached() {
    JavaClasses ours =
        new ClassFileImporter().importPackages("io.olivo.deploy", "io.olivo.controller");
    List<String> missing = new ArrayList<>();
    Set<JavaClass> seen = new HashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(List.of(ours.get(Olivo.class)));
    while (!next.isEmpty()) {
      JavaClass one = next.pop();
      if (seen.add(one) && !isForDesktops(one)) {
        for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (!isHere(target)) {
            missing.add(dependency.getDescription());
          } else if (target.getPackageName().startsWith("io.olivo")) {
            next.push(target);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(seen.size() > 300, "reached " + seen.size());
  }

  private static boolean isForDesktops(JavaClass one) {
    return one.isAnnotatedWith(DesktopOnly.class)
        || one.getEnclosingClass().map(BoardClassPathTest::isForDesktops).orElse(false);
  }

  private boolean isHere(JavaClass one) {
    return one.isPrimitive()
        || one.getName().startsWith("org.jspecify.")
        || board.getResource(one.getName().replace('.', '/') + ".class") != null;
  }
}
