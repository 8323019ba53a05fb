/** The node's files: blobs by digest. */
@org.jspecify.annotations.NullMarked
package dev.stint.node.disk;
