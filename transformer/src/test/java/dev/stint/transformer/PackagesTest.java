package dev.stint.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.transformer.harness.Compiled;
import dev.stint.transformer.harness.Run;
import dev.stint.transformer.harness.TestIntrinsics;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Access across packages: protected members, package-private overrides, types that may not be
 * named.
 */
class PackagesTest {
  private static final Map<String, String> SOURCES =
      Map.of(
          "a/Base",
          """
          package a;
          import static dev.stint.transformer.harness.Suspender.*;
          public abstract class Base {
            String hidden() { return pause("base"); }
            protected String prot(int x) { return pause("prot") + x; }
            protected static String sprot(int x) { return pause("sprot") + x; }
            protected abstract String abs();
            public String callHidden() { return hidden() + abs(); }
            public Secret secret() { return new Secret(pause("s")); }
            public static class Visible { public String v() { return pause("v"); } }
            static class Secret extends Visible { final String s; Secret(String s) { this.s = s; } public String toString() { return s + pause("!"); } }
            protected interface Cb { String cb(String s); }
            protected String with(Cb cb) { return cb.cb(pause("cb")); }
          }
          """,
          "b/Prog",
          """
          package b;
          import static dev.stint.transformer.harness.Suspender.*;
          import java.util.function.*;
          public class Prog extends a.Base {
            public String hidden() { return "other"; }
            protected String abs() { IntFunction<String> f = this::prot; IntFunction<String> g = super::prot; IntFunction<String> h = a.Base::sprot; return f.apply(1) + g.apply(2) + h.apply(3) + with(s -> s + pause("l")); }
            protected String prot(int x) { return "own" + super.prot(x); }
            static Object run() {
              Prog p = new Prog();
              String r = p.callHidden() + p.hidden();
              for (int i = 0; i < 2; i++) { var s = p.secret(); r += pause(i); Object o = s; r += o.toString(); }
              return r;
            }
          }
          """);

  @Test
  void access_rules_hold_for_what_is_generated() throws Exception {
    Map<String, byte[]> classes = Compiled.of(SOURCES);
    TransformedProgram program = Run.transform(classes, TestIntrinsics.table());
    Run.Outcome outcome = Run.stopping(program, "b.Prog", 1);
    assertThat(outcome.result()).isEqualTo(Run.plain(classes, "b.Prog"));
    assertThat(outcome.stops()).isGreaterThanOrEqualTo(10);
    assertThat(program.report().pinnedSites())
        .isNotEmpty()
        .allMatch(s -> s.reason() == PinReason.INACCESSIBLE_TYPE);
  }
}
