package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.cluster.CellId;
import dev.stint.cluster.CellRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellGrantsTest {
  private final List<Integer> requests = new ArrayList<>();
  private long nextGranted = 100;

  /** Grants at once, as a coordinator that is never slow. */
  private CellGrants generous() {
    CellGrants[] grants = new CellGrants[1];
    grants[0] =
        new CellGrants(count -> {
          requests.add(count);
          CellRange range = new CellRange(new CellId(nextGranted), count);
          nextGranted += count;
          grants[0].granted(range);
        });
    return grants[0];
  }

  @Test
  void cellsComeInOrderAndMoreAreAskedForAheadOfNeed() {
    CellGrants grants = generous();
    for (int i = 0; i < 200; i++) {
      assertThat(grants.take()).isEqualTo(new CellId(100 + i));
    }

    assertThat(requests).startsWith(64, 128, 256);
  }

  @Test
  void theLastCellTakenOfEachRangeIsRemembered() {
    CellGrants grants = generous();
    assertThat(grants.lastTaken()).isEmpty();
    for (int i = 0; i < 64; i++) {
      grants.take();
    }
    assertThat(grants.lastTaken()).containsExactly(new CellId(163));
    grants.take();
    assertThat(grants.lastTaken()).containsExactly(new CellId(163), new CellId(164));
  }

  @Test
  void whatIsRecordedIsNotSaidAgain() {
    CellGrants grants = generous();
    for (int i = 0; i < 64 + 128 + 1; i++) {
      grants.take();
    }
    assertThat(grants.lastTaken())
        .containsExactly(new CellId(163), new CellId(291), new CellId(292));
    grants.recorded(List.of(new CellId(163), new CellId(292)));
    assertThat(grants.lastTaken()).containsExactly(new CellId(291), new CellId(292));
  }

  @Test
  void aRequestThatMayHaveBeenLostIsRepeated() {
    CellGrants grants = new CellGrants(requests::add);
    grants.granted(new CellRange(new CellId(1), 2));
    CellId taken = grants.take();
    grants.askAgain();

    assertThat(taken).isEqualTo(new CellId(1));
    assertThat(requests).containsExactly(64, 64);
  }

  @Test
  void aRequestThatIsNotAnsweredForAWhileIsRepeated() {
    CellGrants grants = new CellGrants(requests::add);
    grants.granted(new CellRange(new CellId(1), 2));
    grants.take();
    grants.redrive();
    assertThat(requests).containsExactly(64);
    grants.redrive();
    assertThat(requests).containsExactly(64, 64);
    grants.granted(new CellRange(new CellId(3), 64));
    grants.redrive();
    grants.redrive();
    assertThat(requests).containsExactly(64, 64);
  }

  @Test
  void aJobThatIsOverSpawnsNothing() {
    CellGrants grants = new CellGrants(requests::add);
    grants.close();

    assertThatThrownBy(grants::take).isInstanceOf(IllegalStateException.class);
  }
}
