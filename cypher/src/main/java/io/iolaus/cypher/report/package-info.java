/// What may leave the house about a cluster, read before anything is decided about sharing it.
@NullMarked
package io.iolaus.cypher.report;

import org.jspecify.annotations.NullMarked;
