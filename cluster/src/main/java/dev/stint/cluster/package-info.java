/** Pure state machines: placement, moves, drain and balancing. State and event in, state and effects out. */
@org.jspecify.annotations.NullMarked
package dev.stint.cluster;
