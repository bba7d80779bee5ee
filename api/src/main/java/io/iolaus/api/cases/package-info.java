/// Cases: what people work on, with what they put in, wrote and changed. The one place with
/// entities of Spring Data.
@NullMarked
package io.iolaus.api.cases;

import org.jspecify.annotations.NullMarked;
