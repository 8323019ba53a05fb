package dev.stint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimerWheelTest {
  private final List<String> fired = new ArrayList<>();

  private TimerWheel.Timer timer(long tick, String name) {
    return new TimerWheel.Timer(tick, () -> fired.add(name));
  }

  private void advance(TimerWheel wheel, long tick) {
    wheel.advance(tick).forEach(timer -> timer.action.run());
  }

  @Test
  void aTimerFiresAtItsTickAndNotBefore() {
    TimerWheel wheel = new TimerWheel(1000);
    wheel.add(timer(1070, "a"));
    advance(wheel, 1069);
    assertThat(fired).isEmpty();
    advance(wheel, 1070);
    assertThat(fired).containsExactly("a");
    assertThat(wheel.size()).isZero();
  }

  @Test
  void timersOfOneTickFireInTheOrderInWhichTheyCame() {
    TimerWheel wheel = new TimerWheel(0);
    wheel.add(timer(5000, "first"));
    advance(wheel, 4990);
    wheel.add(timer(5000, "second"));
    advance(wheel, 6000);
    assertThat(fired).containsExactly("first", "second");
  }

  @Test
  void aTimerInThePastFiresAtTheNextAdvance() {
    TimerWheel wheel = new TimerWheel(100);
    wheel.add(timer(3, "late"));
    assertThat(wheel.nextTick()).isEqualTo(100);
    advance(wheel, 100);
    assertThat(fired).containsExactly("late");
  }

  @Test
  void aRemovedTimerDoesNotFire() {
    TimerWheel wheel = new TimerWheel(0);
    TimerWheel.Timer removed = timer(10, "removed");
    wheel.add(removed);
    assertThat(wheel.remove(removed)).isTrue();
    assertThat(wheel.remove(removed)).isFalse();
    assertThat(wheel.nextTick()).isEqualTo(Long.MAX_VALUE);
    advance(wheel, 100);
    assertThat(fired).isEmpty();
  }

  @Test
  void goingFromNextTickToNextTickFiresEachTimerExactlyAtItsTick() {
    Random random = new Random(42);
    TimerWheel wheel = new TimerWheel(7);
    List<Long> wanted = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      long tick = 7 + (random.nextLong() >>> (24 + random.nextInt(36)));
      wanted.add(tick);
      wheel.add(new TimerWheel.Timer(tick, () -> {}));
    }
    while (wheel.size() > 0) {
      long tick = wheel.nextTick();
      for (TimerWheel.Timer timer : wheel.advance(tick)) {
        assertThat(timer.tick()).isEqualTo(tick);
        seen.add(tick);
      }
    }
    wanted.sort(Comparator.naturalOrder());
    assertThat(seen).isEqualTo(wanted);
  }
}
