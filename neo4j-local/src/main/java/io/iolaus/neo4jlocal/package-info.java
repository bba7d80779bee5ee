/// Neo4j Community as a program of its own, started by Iolaus as a child process and licensed under
/// the GPLv3; nothing of Iolaus links to it.
package io.iolaus.neo4jlocal;
