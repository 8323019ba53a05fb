package dev.stint.transformer.harness;

import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.MethodIntrinsic;
import java.util.ArrayList;
import java.util.List;

/** Makes the calls of {@code Suspender.pause} suspend. */
public final class TestIntrinsics {
  private static final String SUSPENDER = "dev/stint/transformer/harness/Suspender";

  private TestIntrinsics() {}

  public static IntrinsicTable table() {
    List<MethodIntrinsic> methods = new ArrayList<>();
    for (String type : List.of("I", "J", "D", "F", "Z", "Ljava/lang/Object;")) {
      methods.add(primitive("pause", "(" + type + ")" + type, "suspend"));
    }
    methods.add(primitive("pause", "()V", "suspend"));
    methods.add(primitive("fail", "(Ljava/lang/RuntimeException;)V", "suspendFail"));
    return new IntrinsicTable(methods, List.of(), List.of(), List.of(), List.of());
  }

  private static MethodIntrinsic primitive(String name, String descriptor, String target) {
    return MethodIntrinsic.ofStatic(SUSPENDER, name, descriptor, SUSPENDER, target, true);
  }
}
