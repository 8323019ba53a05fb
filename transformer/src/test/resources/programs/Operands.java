// Values of every sort on the operand stack under a call.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static Object run() {
    int[] arr = {1, 2, 3};
    long t = 2 + pause(3L) * arr[pause(1)] + (long) pause(4.5);
    arr[pause(0)] += pause(7);
    arr[1]++;
    String s = "dd" + pause("z") + pause(3);
    double d = 1.5 * pause(2.0) + pause(3f) - pause(1L);
    Object o = arr.length > pause(2) ? "const" + pause('c' + 0) : List.of();
    long[] ls = {pause(1L), 2L, pause(3L)};
    String[][] nested = {{"a", pause("b")}, {pause("c")}};
    int x = arr[pause(2)]-- + ++arr[pause(1)];
    return t + " " + Arrays.toString(arr) + s + d + o + Arrays.toString(ls) + Arrays.deepToString(nested) + x
        + (pause(arr.length > 1) ? pause(1) : pause(2L));
  }
}
