package dev.stint.transformer.emit;

import dev.stint.transformer.analysis.CodeShape;
import dev.stint.transformer.analysis.MethodPlan;
import dev.stint.transformer.analysis.SuspensionPoint;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.LocalVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says which source variables a method's frames hold, from its LocalVariableTable. */
final class SavedVariables {
  /** Keeps the text well below a class file's limit for a constant. */
  private static final int MAX_TEXT = 20_000;

  private final MethodPlan plan;
  private final FrameLayout layout;
  private final List<LocalVariable> table = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** A field that holds a variable since some point, in order of fields. */
  private final Map<String, Run> open = new TreeMap<>();

  private record Run(String name, int firstPc, int lastPc) {}

  private SavedVariables(MethodPlan plan, FrameLayout layout) {
    this.plan = plan;
    this.layout = layout;
    for (CodeElement element : plan.code().elements()) {
      if (element instanceof LocalVariable v) {
        table.add(v);
      }
    }
  }

  /** The text that {@code FrameShape.of} reads; a method with very many variables is cut short. */
  static String of(MethodPlan plan, FrameLayout layout) {
    SavedVariables variables = new SavedVariables(plan, layout);
    plan.points().forEach(variables::add);
    variables.open.forEach(variables::close);
    return variables.text.toString().strip();
  }

  private void add(SuspensionPoint point) {
    Map<String, String> here = new TreeMap<>();
    for (FrameLayout.Saved local : layout.at(point).locals()) {
      String name = nameOf(local.slot(), point.index());
      if (local.field() != null && name != null && name.indexOf(' ') < 0) {
        here.put(local.field(), name);
      }
    }
    open.entrySet()
        .removeIf(e -> {
          boolean ended = !e.getValue().name().equals(here.get(e.getKey()));
          if (ended) {
            close(e.getKey(), e.getValue());
          }
          return ended;
        });
    here.forEach((field, name) -> {
      Run run = open.get(field);
      int first = run == null ? point.pc() : run.firstPc();
      open.put(field, new Run(name, first, point.pc()));
    });
  }

  private void close(String field, Run run) {
    String entry = field + " " + run.name() + " " + run.firstPc() + " " + run.lastPc() + " ";
    if (text.length() + entry.length() < MAX_TEXT) {
      text.append(entry);
    }
  }

  private @Nullable String nameOf(int slot, int index) {
    CodeShape code = plan.code();
    for (LocalVariable v : table) {
      if (v.slot() == slot
          && code.position(v.startScope()) <= index
          && index < code.position(v.endScope())) {
        return v.name().stringValue();
      }
    }
    return null;
  }
}
