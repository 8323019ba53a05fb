// Classes that come to a suspendable method by way of the JDK or of a plain superclass.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  interface Walk { default int walk() { int n = 0; for (int i = 0; i < 3; i++) n += step(); return n; } int step(); }
  static class Plain { public int walk() { return 7; } public int step() { return 1; } }
  static class Both extends Plain implements Walk {}
  static class Steps implements Walk { public int step() { return pause(2); } }
  static class Over extends Both { public int walk() { return super.walk() + pause(1); } }
  static abstract class Tmpl { final int go() { return pre() + body() + post(); } int pre() { return 1; } abstract int body(); int post() { return 1; } }
  static class TmplA extends Tmpl { int body() { return pause(5); } }
  static class TmplB extends Tmpl { int body() { return 6; } int post() { int s = 0; for (int i = 0; i < 3; i++) s += i; return s; } }
  static class Ex extends Exception { public String getMessage() { return pause("msg"); } }
  static class Thr extends Thread { int r; public void run() { for (int i = 0; i < 10; i++) r += i; } }
  enum E { A { int f() { int s = 0; for (int i = 0; i < 4; i++) s += i; return s; } }, B; int f() { return 1; } }
  record Rec(int a, List<String> b) { Rec { for (int i = 0; i < 2; i++) a += i; } int sum() { int s = a; for (String x : b) s += x.length(); return s; } }
  static Object run() throws Exception {
    StringBuilder sb = new StringBuilder();
    for (Walk w : List.of(new Both(), new Steps(), new Over())) sb.append(w.walk()).append(',');
    for (Plain p : List.of(new Both(), new Over())) sb.append(p.walk()).append(',');
    for (Tmpl t : new Tmpl[] {new TmplA(), new TmplB()}) sb.append(t.go()).append(',');
    try { throw new Ex(); } catch (Exception e) { sb.append(e.getMessage()); }
    Thr t = new Thr(); t.start(); t.join(); sb.append(t.r);
    for (E e : E.values()) sb.append(e.f()).append(e);
    sb.append(new Rec(1, List.of("ab", "c")).sum()).append(new Rec(1, List.of())).append(new Rec(1, List.of()).equals(new Rec(1, List.of())));
    return sb.toString();
  }
}
