package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.cluster.CellId;
import dev.stint.cluster.Epoch;
import org.junit.jupiter.api.Test;

class ImageQuotaTest {
  private static final CellId ONE = new CellId(1);
  private static final CellId TWO = new CellId(2);

  private static final Epoch FIRST = new Epoch(2);
  private static final Epoch SECOND = new Epoch(3);

  private final ImageQuota quota = new ImageQuota(10);

  @Test
  void whatDoesNotFitTakesNothing() {
    quota.take(ONE, FIRST, 6);
    quota.take(TWO, FIRST, 5);
    assertThat(quota.holds(ONE, FIRST)).isTrue();
    assertThat(quota.holds(TWO, FIRST)).isFalse();
    quota.release(TWO);
    quota.release(ONE);
    quota.take(TWO, FIRST, 10);
    assertThat(quota.holds(TWO, FIRST)).isTrue();
  }

  @Test
  void anotherImageOfACellTakesThePlaceOfTheFirst() {
    quota.take(ONE, FIRST, 6);
    quota.take(ONE, FIRST, 10);
    assertThat(quota.holds(ONE, FIRST)).isTrue();
    quota.release(ONE);
    quota.release(ONE);
    quota.take(TWO, FIRST, 10);
    quota.take(ONE, FIRST, 1);
    assertThat(quota.holds(ONE, FIRST)).isFalse();
  }

  @Test
  void aLateImageOfAnEarlierAttemptTakesNoRoomFromALaterOne() {
    quota.take(ONE, SECOND, 6);
    quota.take(ONE, FIRST, 100);
    assertThat(quota.holds(ONE, SECOND)).isTrue();
    assertThat(quota.holds(ONE, FIRST)).isFalse();
    quota.take(TWO, FIRST, 5);
    assertThat(quota.holds(TWO, FIRST)).isFalse();
  }

  @Test
  void nothingIsSmallerThanNothing() {
    assertThatThrownBy(() -> quota.take(ONE, FIRST, -1))
        .isInstanceOf(IllegalArgumentException.class);
    quota.take(TWO, FIRST, 11);
    assertThat(quota.holds(TWO, FIRST)).isFalse();
  }
}
