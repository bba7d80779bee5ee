/// Tests against a real Neo4j: one for a whole module run, empty for each test class.
@NullMarked
package io.iolaus.cypher.test;

import org.jspecify.annotations.NullMarked;
