package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellId;
import org.junit.jupiter.api.Test;

class ImageQuotaTest {
  private static final CellId ONE = new CellId(1);
  private static final CellId TWO = new CellId(2);

  private final ImageQuota quota = new ImageQuota(10);

  @Test
  void whatDoesNotFitTakesNothing() {
    quota.take(ONE, 6);
    quota.take(TWO, 5);
    assertThat(quota.holds(ONE)).isTrue();
    assertThat(quota.holds(TWO)).isFalse();
    quota.release(TWO);
    quota.release(ONE);
    quota.take(TWO, 10);
    assertThat(quota.holds(TWO)).isTrue();
  }

  @Test
  void anotherImageOfACellTakesThePlaceOfTheFirst() {
    quota.take(ONE, 6);
    quota.take(ONE, 10);
    assertThat(quota.holds(ONE)).isTrue();
    quota.release(ONE);
    quota.release(ONE);
    quota.take(TWO, 10);
    quota.take(ONE, 1);
    assertThat(quota.holds(ONE)).isFalse();
  }
}
