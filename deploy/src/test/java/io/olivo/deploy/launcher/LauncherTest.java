package io.olivo.deploy.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS) // there it runs inside WSL
class LauncherTest {
  @ParameterizedTest
  @ValueSource(strings = {"olivo", ".mvn/find-jdk-25"})
  void isAShellScriptWithoutSyntaxErrors(String script) throws Exception {
    assertEquals(new Shell(0, ""), Shell.run(Shell.root(), System.getenv(), "sh", "-n", script));
  }
}
