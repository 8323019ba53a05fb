package dev.stint.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Authority and nodes under lost, doubled, late and reordered messages, crashes, restarts, false
 * suspicions and changes of leader. A failure says how to run its seed again, and shows its trace.
 */
class ProtocolSimulationTest {
  private static final long FIRST = Long.getLong("stint.simulation.first", 1);
  private static final int SEEDS = Integer.getInteger("stint.simulation.seeds", 1_000);
  private static final int MUTANT_SEEDS = Integer.getInteger("stint.simulation.mutantSeeds", 6_000);

  @Test
  void nothingIsLostDoubledOrTornAndEverythingComesToRest() {
    int commits = 0;
    int aborts = 0;
    int losses = 0;
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      SimulationOracle oracle = run(seed);
      commits += oracle.commits();
      aborts += oracle.aborts();
      losses += oracle.losses();
    }
    System.out.printf(
        "seeds %d to %d: %d moves committed, %d aborted, %d cells lost with their nodes%n",
        FIRST, FIRST + SEEDS - 1, commits, aborts, losses);
    assertThat(commits).isGreaterThan(SEEDS);
    assertThat(aborts).isGreaterThan(SEEDS);
  }

  private static SimulationOracle run(long seed) {
    try {
      return new SimulatedCluster(seed, Mutant.NONE, false).run();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "Seed "
              + seed
              + ": "
              + e.getMessage()
              + "; rerun with -Dtest=ProtocolSimulationTest -Dstint.simulation.first="
              + seed
              + " -Dstint.simulation.seeds=1"
              + System.lineSeparator()
              + trace(seed),
          e);
    }
  }

  /** The same run again, with its trace. */
  private static String trace(long seed) {
    SimulatedCluster again = new SimulatedCluster(seed, Mutant.NONE, true);
    try {
      again.run();
    } catch (RuntimeException | AssertionError e) {
      // It was thrown above.
    }
    return again.trace();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void takingARuleAwayIsNoticed(Mutant mutant) {
    String noticed = null;
    long seed = 0;
    while (noticed == null && seed < MUTANT_SEEDS) {
      seed++;
      noticed = violation(seed, mutant);
    }
    assertThat(noticed).as("%s survived %d seeds", mutant, MUTANT_SEEDS).isNotNull();
    System.out.printf("%s: seed %d: %s%n", mutant, seed, noticed);
  }

  private static String violation(long seed, Mutant mutant) {
    try {
      new SimulatedCluster(seed, mutant, false).run();
      return null;
    } catch (SimulationOracle.Violation e) {
      return e.getMessage();
    }
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    SimulatedCluster one = new SimulatedCluster(7, Mutant.NONE, true);
    SimulatedCluster two = new SimulatedCluster(7, Mutant.NONE, true);
    one.run();
    two.run();
    assertThat(two.trace()).isEqualTo(one.trace());
  }
}
