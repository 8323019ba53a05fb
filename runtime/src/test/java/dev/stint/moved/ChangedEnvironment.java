package dev.stint.moved;

import dev.stint.AnchoredException;
import dev.stint.Tasklet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.TimeZone;

/** What a program has changed around itself is so on the next node, too. */
public final class ChangedEnvironment {
  private ChangedEnvironment() {}

  public static void main(String[] args) {
    System.setProperty("k", "v");
    System.clearProperty("java.vm.specification.vendor");
    Locale.setDefault(Locale.forLanguageTag("fa"));
    TimeZone.setDefault(TimeZone.getTimeZone("GMT+05:00"));
    PrintStream before = System.out;
    ByteArrayOutputStream memory = new ByteArrayOutputStream();
    System.setOut(new PrintStream(memory, true));
    System.out.println("kept");
    Tasklet.moveTo("n2");
    System.out.println("too");
    System.setOut(before);
    System.out.println(memory.toString().lines().toList());
    System.out.println(System.getProperty("k"));
    System.out.println(System.getProperty("java.vm.specification.vendor"));
    System.out.println(Locale.getDefault() + " " + TimeZone.getDefault().getID());
    System.out.println(System.getProperty("java.home") != null);
    Thread hook = new Thread(() -> System.out.println("hook"));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Tasklet.moveTo("n1");
    } catch (AnchoredException e) {
      System.out.println(e.getMessage().startsWith("Runtime.shutdownHooks[0]"));
    }
  }
}
