/// Graph Data Science on a store that detection has run over.
@org.jspecify.annotations.NullMarked
package io.iolaus.benchgds;
