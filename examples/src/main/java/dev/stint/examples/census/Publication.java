package dev.stint.examples.census;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Modifier;

/** Counts which declarations are meant for others, and which of those are documented. */
final class Publication {
  private final Trees trees;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private int published;
  private int documented;

  /**
   * A type around the present place: whether it is published, and its members without saying so.
   */
  private record Scope(boolean published, boolean membersArePublic) {}

  Publication(Trees trees) {
    this.trees = trees;
  }

  int published() {
    return published;
  }

  int documented() {
    return documented;
  }

  void enter(TreePath path, ClassTree type) {
    boolean named = !type.getSimpleName().isEmpty();
    boolean isPublished = named && isPublished(type.getModifiers());
    if (isPublished) {
      count(path);
    }
    boolean implicit =
        type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
    scopes.push(new Scope(isPublished, implicit));
  }

  /** Nothing declared within a body is published. */
  void enterBody() {
    scopes.push(new Scope(false, false));
  }

  void leave() {
    scopes.pop();
  }

  void method(TreePath path, MethodTree method) {
    if (isPublished(method.getModifiers()) && !overrides(method.getModifiers())) {
      count(path);
    }
  }

  private boolean isPublished(ModifiersTree modifiers) {
    Scope scope = scopes.peek();
    if (scope != null && !scope.published()) {
      return false;
    }
    boolean implicit = scope != null && scope.membersArePublic();
    return modifiers.getFlags().contains(Modifier.PUBLIC)
        || modifiers.getFlags().contains(Modifier.PROTECTED)
        || implicit && !modifiers.getFlags().contains(Modifier.PRIVATE);
  }

  private static boolean overrides(ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      if (annotation.getAnnotationType().toString().equals("Override")) {
        return true;
      }
    }
    return false;
  }

  private void count(TreePath path) {
    published++;
    documented += trees.getDocComment(path) == null ? 0 : 1;
  }
}
