/// Detectors: one `.cypher` file and one test file each, read, checked as a set, and run read-only
/// for the links they find.
@NullMarked
package io.iolaus.cypher.detector;

import org.jspecify.annotations.NullMarked;
