package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loops do what they did, whether nobody stops them, or somebody does now and then, or always. */
class LoopTurnsTest {
  private static void check(String members, int leastStops) throws Exception {
    Map<String, byte[]> classes =
        Compiled.of(
            "import static dev.stint.transformer.harness.Suspender.*; class Prog {\n"
                + members
                + "\n}");
    String expected = Run.plain(classes, "Prog");
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    for (int every : new int[] {1, 2, 3, 7, Integer.MAX_VALUE}) {
      assertThat(Run.stopping(program, "Prog", every).result()).isEqualTo(expected);
    }
    assertThat(Run.onceEachTime(program, "Prog").result()).isEqualTo(expected);
    assertThat(Run.stopping(program, "Prog", 1).stops()).isGreaterThanOrEqualTo(leastStops);
  }

  @Test
  void near_the_largest_and_smallest_numbers() throws Exception {
    check(
        """
        static Object run() {
          int max = Integer.MAX_VALUE;
          int turns = 0;
          for (int i = max - 5; i < max; i++) turns++;
          for (int i = max - 9; i < max && i > 0; i += 4) turns += 100;
          for (int i = max - 3; i <= max; i++) { turns += 10_000; if (turns > 60_000) break; }
          for (int i = Integer.MIN_VALUE + 4; i >= Integer.MIN_VALUE; i--) {
            turns += 7; if (turns > 60_100) break;
          }
          for (byte b = 120; b > 0; b++) turns++;
          for (long l = (long) max - 2; l < (long) max + 3; l++) turns += (int) (l % 5);
          for (int i = 2147483640; i <= 2147483647; i += 2) { if (i < 0) break; turns++; }
          return turns;
        }
        """,
        30);
  }

  @Test
  void bounds_and_counters_that_the_body_changes() throws Exception {
    check(
        """
        static int limit = 6;
        static Object run() {
          String log = "";
          int n = 10;
          for (int i = 0; i < n; i++) { n -= i % 2; log += i; }
          for (int i = 0; i < 12; i++) { if (i % 3 == 0) i++; log += i + ","; }
          for (int i = 0; i < limit; i += 2) { limit++; log += limit; if (limit > 12) limit = 0; }
          int[] a = {3, 1, 4, 1, 5};
          for (int i = 0; i < a.length; i++) { if (i == 2) a = new int[] {9, 9, 9, 9}; log += a[i]; }
          int i;
          for (i = 9; i > -9; i -= 4) { log += ";"; }
          return log + i + " " + n;
        }
        """,
        25);
  }

  @Test
  void breaks_labels_and_exceptions_in_nests() throws Exception {
    check(
        """
        static int f(int n, int from) {
          int sum = 0;
          outer:
          for (int i = 0; i < n; i++) {
            inner:
            for (int j = from; ; j++) {
              for (int k = 0; k < 3; k++) {
                if ((i + j + k) % 7 == 5) continue outer;
                if ((i + j * k) % 11 == 9) break outer;
                if (k == 2 && j % 5 == 4) continue inner;
                sum += i * 100 + j * 10 + k;
              }
              if (j > 6) break;
              if (sum % 4 == 1) continue;
              sum++;
            }
            do { sum ^= i; if (sum > 9_000) break outer; } while ((sum & 3) != 0 && i-- > 20);
          }
          return sum;
        }
        static int g(int[] a, long wide) {
          int sum = 0;
          double d = 0.5;
          for (int i = 0; ; i++) {
            try {
              for (int j = 0; j < 4; j++) { sum += a[i + j] / (j - 3 + i % 2); d += wide; }
            } catch (ArithmeticException e) {
              sum += 1000;
              continue;
            } catch (ArrayIndexOutOfBoundsException e) {
              return sum + (int) d + e.getMessage().length();
            } finally {
              for (int k = 0; k < 2; k++) sum += 3;
            }
          }
        }
        static Object run() {
          String log = "";
          for (int n = 1; n < 9; n++) log += f(n, n % 3) + " " + g(new int[n + 3], n) + " ";
          return log;
        }
        """,
        100);
  }

  @Test
  void loops_around_calls_that_pause_and_values_on_the_stack() throws Exception {
    check(
        """
        static int f(int n) {
          int sum = 0;
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < 3; j++) sum += j;
            sum += i + pause(i) * (n > 2 ? sumTo(i) : 1);
            int k = n;
            while (--k > 0) sum += k;
          }
          return sum;
        }
        static int sumTo(int n) { int s = 0; do { s += n; } while (n-- > 0); return s; }
        static int g(int n) { int s = 0; for (int i = 0; i < 2; i++) s++; return n == 0 ? s : g(n - 1) + s; }
        static Object run() { return f(1) + " " + f(5) + " " + g(4) + " " + (3L + f(3) * 2.5 + sumTo(4)); }
        """,
        60);
  }

  @Test
  void many_turns_without_a_look() throws Exception {
    check(
        """
        static Object run() {
          long sum = 0;
          int i = 0;
          while (true) {
            for (int j = 0; j < 5; j++) sum += i ^ j;
            if (++i == 30_000) break;
            if (i % 3 == 0) continue;
            sum = sum * 31 + i;
          }
          return sum + " " + i;
        }
        """,
        30_000);
  }
}
