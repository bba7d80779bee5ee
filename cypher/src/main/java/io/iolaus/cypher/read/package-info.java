/// Running read statements from files and turning their values into Java's.
@NullMarked
package io.iolaus.cypher.read;

import org.jspecify.annotations.NullMarked;
