/// Reads one entity of the graph and what stands next to it.
@NullMarked
package io.iolaus.cypher.entity;

import org.jspecify.annotations.NullMarked;
