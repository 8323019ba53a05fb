package dev.stint.conformance.programs;

// conformance: own-jvm
import java.util.Locale;
import java.util.TimeZone;

/** System properties, default locale and time zone are the program's own, and travel. */
public final class SystemProperties {
  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += Integer.getInteger("conformance.step", 1);
    }
    return r;
  }

  public static void main(String[] args) {
    System.out.println(System.getProperty("conformance.step") + turns(3));
    System.setProperty("conformance.step", "7");
    System.out.println(System.getProperty("conformance.step", "none") + turns(3));
    Locale.setDefault(Locale.GERMANY);
    TimeZone.setDefault(TimeZone.getTimeZone("GMT+5"));
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.println(String.format("%,.2f", 1234.5 * i) + TimeZone.getDefault().getID());
    }
    System.getProperties().put("conformance.other", "o");
    System.out.println(System.clearProperty("conformance.step") + turns(2));
    System.out.println(
        System.getProperty("conformance.other") + Boolean.getBoolean("conformance.no"));
    System.out.println(
        System.getProperty("java.version").isEmpty() + " " + System.lineSeparator().length());
    System.out.println(
        System.getenv("CONFORMANCE_ABSENT") + " " + System.getProperty("user.dir").isEmpty());
  }
}
