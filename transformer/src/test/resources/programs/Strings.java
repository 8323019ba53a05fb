// String concatenation and building around suspensions, text blocks, formatted output.
// Pinned calls of primitives: 0
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static String join(Object... xs) { String r = ""; for (Object x : xs) r += x + ","; return r; }
  static Object run() {
    String s = "a" + pause(1) + 'c' + pause(2L) + 1.5f + pause(2.5) + true + null + pause("z");
    s += pause("x") + s.length();
    String t = """
        block %s %d
        """.formatted(pause("v"), pause(7));
    StringBuilder sb = new StringBuilder();
    for (String w : "the quick brown fox".split(pause(" "))) { if (w.length() > pause(3)) { sb.insert(0, w).append(sb.length()); continue; } sb.append(w.charAt(pause(0))); }
    char[] cs = pause("hello").toCharArray();
    for (int i = 0, j = cs.length - 1; i < j; i++, j--) { char c = cs[i]; cs[i] = cs[j]; cs[j] = pause((int) c) > 0 ? c : ' '; }
    String cond = pause(true) ? pause(false) ? "tf" : "tt" + pause(3) : "f";
    String res = s == pause(s) ? "same" : "copied";
    return s + t + sb + new String(cs) + cond + res + join(1, pause("two"), 3L) + (pause("in").intern() == "in");
  }
}
