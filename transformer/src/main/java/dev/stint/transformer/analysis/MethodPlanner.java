package dev.stint.transformer.analysis;

import dev.stint.transformer.ConstructorIntrinsic;
import dev.stint.transformer.CreationIntrinsic;
import dev.stint.transformer.IntrinsicTable;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides about one method's body after another; holds what they share. */
public final class MethodPlanner {
  private final CallPlanner calls;
  private final Hierarchy hierarchy;
  private final Map<MethodRef, ConstructorIntrinsic> factories = new HashMap<>();
  private final List<CreationIntrinsic> creations;

  public MethodPlanner(CallPlanner calls, Hierarchy hierarchy, IntrinsicTable intrinsics) {
    this.calls = calls;
    this.hierarchy = hierarchy;
    this.creations = intrinsics.creations();
    for (ConstructorIntrinsic c : intrinsics.constructors()) {
      factories.put(new MethodRef(c.owner(), new Signature("<init>", c.descriptor())), c);
    }
  }

  /** Plans a method that has code. */
  public MethodPlan plan(ClassModel type, MethodModel method, PlanMode mode) {
    return new MethodPlanBuilder(this, type, method, mode).build();
  }

  CallPlanner calls() {
    return calls;
  }

  boolean isAccessible(String target, String from) {
    return hierarchy.isAccessible(target, from);
  }

  @Nullable ConstructorIntrinsic factoryFor(String caller, String owner, Signature constructor) {
    ConstructorIntrinsic factory = factories.get(new MethodRef(owner, constructor));
    return factory == null || factory.targetOwner().equals(caller) ? null : factory;
  }

  /** What is told of new objects of {@code made}, or null. */
  @Nullable CreationIntrinsic toldOf(String caller, String made) {
    for (CreationIntrinsic one : creations) {
      if (!one.targetOwner().equals(caller) && hierarchy.isSubtype(made, one.owner())) {
        return one;
      }
    }
    return null;
  }

  boolean caresForCreations() {
    return !factories.isEmpty() || !creations.isEmpty();
  }
}
