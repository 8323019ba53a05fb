package dev.stint.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Several things of one kind that a command shows, once or again and again.
 *
 * @param rows asks for them anew each time
 * @param nothing what a person reads when there is none
 */
record Listing<T>(
    Class<T> type,
    Supplier<List<T>> rows,
    Function<T, String> name,
    Table<T> table,
    String nothing) {}
