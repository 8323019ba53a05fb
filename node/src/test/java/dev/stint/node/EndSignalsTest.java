package dev.stint.node;

import static dev.stint.node.EndSignals.Action.DRAIN;
import static dev.stint.node.EndSignals.Action.END_AT_ONCE;
import static dev.stint.node.EndSignals.Action.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndSignalsTest {
  private final EndSignals signals = new EndSignals();

  @Test
  void theSameSignalTwiceMeansAtOnce() {
    assertThat(signals.on("SIGTERM", true)).isEqualTo(DRAIN);
    assertThat(signals.on("SIGTERM", true)).isEqualTo(END_AT_ONCE);
  }

  @Test
  void ctrlCThatTheStarterHandsOnIsOneWish() {
    assertThat(signals.on("SIGINT", true)).isEqualTo(DRAIN);
    assertThat(signals.on("SIGTERM", true)).isEqualTo(NOTHING);
    assertThat(signals.on("SIGINT", true)).isEqualTo(END_AT_ONCE);
  }

  @Test
  void aNodeThatIsNotUpHasNothingToDrain() {
    assertThat(signals.on("SIGINT", false)).isEqualTo(END_AT_ONCE);
  }

  @Test
  void aDrainThatLeftSomethingBehindShowsInTheExitStatus() {
    assertThat(new DrainReport(3, 0, 0, true).exitStatus()).isZero();
    assertThat(new DrainReport(3, 1, 0, true).exitStatus()).isEqualTo(124);
    assertThat(new DrainReport(3, 0, 1, true).exitStatus()).isEqualTo(124);
    assertThat(new DrainReport(0, 0, 0, false).exitStatus()).isEqualTo(1);
  }
}
