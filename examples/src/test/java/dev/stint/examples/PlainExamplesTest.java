package dev.stint.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class PlainExamplesTest {
  @Test
  void primesAreCounted() {
    assertThat(Primes.count(0, 100)).isEqualTo(25);
    assertThat(Primes.count(100, 1000)).isEqualTo(143);
    assertThat(Primes.isPrime(Integer.MAX_VALUE)).isTrue();
  }

  @Test
  void stepsAreThoseOfTheSequenceWhateverIsRemembered() {
    HashMap<Long, Integer> known = new HashMap<>();
    assertThat(Count.steps(27, known, 1000)).isEqualTo(111);
    assertThat(Count.steps(27, known, 1000)).isEqualTo(111);
    assertThat(Count.steps(1, known, 1000)).isZero();
    assertThat(Count.steps(27, new HashMap<>(), 0)).isEqualTo(111);
  }
}
