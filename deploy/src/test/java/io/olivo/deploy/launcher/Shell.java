package io.olivo.deploy.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command with an environment of its own and keeps what it said. */
record Shell(int exit, String said) {

  /** Standard output and error come as one text; the environment is exactly the one given. */
  static Shell run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("olivo", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + String.join(" ", command));
      }
      return new Shell(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  /** The top folder of the project: the nearest one above that has the launcher. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("olivo"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
