package io.olivo.deploy.cli;

import io.olivo.controller.exchange.SigningKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A key pair for those who send snapshots to robots. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Make a pair of Ed25519 keys: NAME.key signs what you send and stays with you;",
      "NAME.pub goes to the robots, which name it in link.trusted_keys of their robot file."
    },
    footer = {"", "Examples:", "  olivo snapshot keys desk"})
final class SnapshotKeysCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", index = "0", description = "Of the two files, without ending.")
  private String name = "";

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException {
    Path key = Path.of(name + ".key");
    Path pub = Path.of(name + ".pub");
    try {
      SigningKeys.make(key, pub);
    } catch (FileAlreadyExistsException there) {
      throw Usage.error(command, String.valueOf(there.getMessage()));
    }
    if (output.json()) {
      output.print(Map.of("key", key.toString(), "pub", pub.toString()));
    }
    output.note("%s is yours alone; %s is for link.trusted_keys of robots".formatted(key, pub));
    return ExitCode.OK;
  }
}
