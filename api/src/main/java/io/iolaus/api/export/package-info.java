/// Files that are written as they are read: tables and graphs for other programs.
@NullMarked
package io.iolaus.api.export;

import org.jspecify.annotations.NullMarked;
