package io.iolaus.api.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class that needs a Chromium and a Node.js on the `PATH`.
///
/// Where one is missing the class is skipped, and says so on standard error. With `CI=true` in the
/// environment or `-Diolaus.browser=required` that is a failure instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserCondition.class)
@interface BrowserTest {}
