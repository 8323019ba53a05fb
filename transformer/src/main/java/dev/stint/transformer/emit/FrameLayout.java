package dev.stint.transformer.emit;

import dev.stint.transformer.StableHash;
import dev.stint.transformer.analysis.MethodPlan;
import dev.stint.transformer.analysis.SlotType;
import dev.stint.transformer.analysis.SuspensionPoint;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a method go into which field of its frame. A field is named after what it holds:
 * a letter for the sort of value and the slot number ({@code i3}); operands have an {@code s}
 * before ({@code sa0}).
 */
final class FrameLayout {
  /**
   * A value at a suspension point.
   *
   * @param field where it is kept, or null if it is made anew as null
   * @param slot the local variable, or the index on the operand stack
   */
  record Saved(@Nullable String field, SlotType type, int slot) {}

  /**
   * All values at a suspension point.
   *
   * @param operands bottom first, none left out
   * @param locals the live ones in slot order
   */
  record PointLayout(List<Saved> operands, List<Saved> locals) {
    /** The parameter types of the method that saves such a point, without frame, context and pc. */
    List<ClassDesc> saveParameters() {
      List<ClassDesc> types = new ArrayList<>();
      operands.forEach(o -> types.add(fieldType(o.type)));
      locals.stream().filter(l -> l.field != null).forEach(l -> types.add(fieldType(l.type)));
      return types;
    }

    /** The fields in the order of {@link #saveParameters}; null for a value that is dropped. */
    List<@Nullable String> saveFields() {
      List<@Nullable String> fields = new ArrayList<>();
      operands.forEach(o -> fields.add(o.field));
      locals.stream().filter(l -> l.field != null).forEach(l -> fields.add(l.field));
      return fields;
    }
  }

  private final NavigableMap<String, ClassDesc> fields = new TreeMap<>();
  private final Map<Integer, PointLayout> points = new LinkedHashMap<>();
  private final Map<List<@Nullable String>, Integer> saveMethods = new LinkedHashMap<>();
  private final Map<Integer, PointLayout> saveLayouts = new LinkedHashMap<>();

  FrameLayout(MethodPlan plan) {
    for (SuspensionPoint point : plan.points()) {
      PointLayout layout = layout(point);
      points.put(point.pc(), layout);
      int number = saveMethods.computeIfAbsent(layout.saveFields(), f -> saveMethods.size());
      saveLayouts.putIfAbsent(number, layout);
    }
  }

  private PointLayout layout(SuspensionPoint point) {
    List<Saved> operands = new ArrayList<>();
    for (int i = 0; i < point.operands().size(); i++) {
      operands.add(save(point.operands().get(i), "s", i));
    }
    List<Saved> locals = new ArrayList<>();
    for (int slot = 0; slot < point.locals().length; slot++) {
      SlotType type = point.locals()[slot];
      boolean needed =
          type.isStorable()
              || type.kind() == SlotType.Kind.NULL
              || type.kind() == SlotType.Kind.UNINITIALIZED;
      if (point.live().get(slot) && needed) {
        locals.add(save(type, "", slot));
      }
    }
    return new PointLayout(operands, locals);
  }

  private Saved save(SlotType type, String prefix, int slot) {
    if (!type.isStorable()) {
      return new Saved(null, type, slot);
    }
    String field = prefix + letter(type) + slot;
    fields.put(field, fieldType(type));
    return new Saved(field, type, slot);
  }

  private static char letter(SlotType type) {
    return switch (type.typeKind()) {
      case LONG -> 'j';
      case FLOAT -> 'f';
      case DOUBLE -> 'd';
      case REFERENCE -> 'a';
      default -> 'i';
    };
  }

  /** The type of a frame's field: references are kept as {@code Object}. */
  static ClassDesc fieldType(SlotType type) {
    return type.typeKind().upperBound();
  }

  /** All fields in name order. */
  NavigableMap<String, ClassDesc> fields() {
    return fields;
  }

  boolean hasReferences() {
    return fields.containsValue(ConstantDescs.CD_Object);
  }

  PointLayout at(SuspensionPoint point) {
    PointLayout layout = points.get(point.pc());
    if (layout == null) {
      throw new IllegalArgumentException("a point of another method");
    }
    return layout;
  }

  /** The name of the frame's method that saves such a point. */
  String saveMethod(PointLayout layout) {
    return "save" + saveMethods.get(layout.saveFields());
  }

  /** One layout for each save method. */
  Iterable<PointLayout> saveLayouts() {
    return saveLayouts.values();
  }

  /** A hash that two builds of the same method share, and different ones do not. */
  long hash(MethodPlan plan) {
    StringBuilder text = new StringBuilder();
    fields.forEach((name, type) -> text.append(name).append(type.descriptorString()));
    plan.points().forEach(p -> text.append(' ').append(at(p).saveFields()));
    return StableHash.number(
        plan.method().methodName().stringValue(),
        plan.method().methodType().stringValue(),
        BodyText.of(plan.code()),
        text.toString());
  }
}
