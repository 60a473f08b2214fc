package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.wiring.Rule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PeerNamesTest {
  private static final String NAMES =
      "olivo,fel,fel-products,pes,rls,rls-cautious,force,actor-critic,pd,pid,pid-fast,model,slotine,"
          + "slotine-measured,net-fa,net-dfa,net-usf,net-kp,net-wm,net-bp,net-np,net-dnp,net-last";

  @Test
  void benchAcceptsEveryPeerByItsNameInLowerCase() {
    CommandLine.ParseResult parsed =
        Olivo.commandLine().parseArgs("bench", "curves", "--learner", NAMES);
    List<Rule> learners =
        parsed.subcommand().subcommand().matchedOptionValue("--learner", List.of());
    assertEquals(Arrays.asList(Rule.values()), learners);
  }

  @Test
  void everyPeerHasATitleOfItsOwn() {
    long titles = Arrays.stream(Rule.values()).map(Rule::title).distinct().count();
    assertEquals(Rule.values().length, titles);
    assertTrue(Arrays.stream(Rule.values()).noneMatch(rule -> rule.title().isBlank()));
  }
}
