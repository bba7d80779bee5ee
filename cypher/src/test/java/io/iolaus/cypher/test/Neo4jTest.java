package io.iolaus.cypher.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class that wants a database.
///
/// One database process serves all classes of a module run; before each class the graph is emptied
/// and the schema applied. Test methods, constructors and lifecycle methods may take a `Driver`,
/// the `AuthToken` for another one, and a `Home` (an empty folder for the class). After each test
/// the invariants of the graph are checked.
///
/// `NEO4J_URI`, `NEO4J_USERNAME` and `NEO4J_PASSWORD` name another Neo4j, **which is emptied**;
/// `-Diolaus.test.neo4j=testcontainers` starts one in Docker.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("neo4j")
@ExtendWith(Neo4jExtension.class)
public @interface Neo4jTest {}
