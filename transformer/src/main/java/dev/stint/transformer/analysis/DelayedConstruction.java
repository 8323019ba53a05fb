package dev.stint.transformer.analysis;

import dev.stint.transformer.ConstructorIntrinsic;
import dev.stint.transformer.CreationIntrinsic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constructor call whose object is made only now, and where its placeholders are.
 *
 * @param operands the operands below the constructor's receiver, bottom first
 * @param placeholders which of these stand for the object
 * @param locals the local variables that stand for the object
 * @param factory what to call instead of the constructor, or null
 * @param told what to call with the object once it is made, or null
 */
public record DelayedConstruction(
    List<SlotType> operands,
    List<Integer> placeholders,
    List<Integer> locals,
    @Nullable ConstructorIntrinsic factory,
    @Nullable CreationIntrinsic told) {}
