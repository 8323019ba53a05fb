package dev.stint.transformer.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which methods have a suspendable form, the outcome of the whole-program analysis.
 *
 * <p>A method <em>has a form</em> if it can be called with a context; it <em>suspends</em> if such
 * a call may be unwound. A method that merely overrides a suspending one has a form and may not
 * suspend. Frozen with the program: classes that come later find their place in it.
 */
public final class FormTable {
  private final Map<MethodRef, Boolean> forms = new HashMap<>();
  private final NavigableMap<CompanionKey, NavigableSet<String>> companions = new TreeMap<>();
  private final Set<Signature> companionSignatures = new HashSet<>();

  /** Records that a method has a suspendable form. */
  public void addForm(MethodRef method, boolean suspends) {
    forms.put(method, suspends);
  }

  /** Records that a class of the program implements a method of a companion. */
  public void addCompanion(CompanionKey key, String implementor) {
    companions.computeIfAbsent(key, k -> new TreeSet<>()).add(implementor);
    companionSignatures.add(key.signature());
  }

  /** Adds all of another table. */
  void addAll(FormTable other) {
    other.forms.forEach(this::addForm);
    other.companions.forEach((key, types) -> types.forEach(t -> addCompanion(key, t)));
  }

  public boolean hasForm(MethodRef method) {
    return forms.containsKey(method);
  }

  public boolean suspends(MethodRef method) {
    return forms.getOrDefault(method, false);
  }

  /** All methods with a form, and whether each suspends. */
  public Map<MethodRef, Boolean> forms() {
    return forms;
  }

  /** The companions' methods, each with the classes of the program that implement it. */
  public NavigableMap<CompanionKey, NavigableSet<String>> companions() {
    return companions;
  }

  /** Whether a call of this method, made through a type outside the program, may suspend. */
  public boolean mayReachCompanion(CallTarget.OutsideProgram call, Hierarchy hierarchy) {
    if (!companionSignatures.contains(call.key().signature())) {
      return false;
    }
    return companions.getOrDefault(call.key(), new TreeSet<>()).stream()
        .anyMatch(implementor -> hierarchy.isSubtype(implementor, call.staticOwner()));
  }

  /** Whether any companion has a method with this name and descriptor. */
  boolean hasCompanionFor(Signature signature) {
    return companionSignatures.contains(signature);
  }
}
