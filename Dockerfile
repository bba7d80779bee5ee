# syntax=docker/dockerfile:1
# Builds iolaus.jar and runs it. The database is a server of its own (see docker-compose.yml), so neo4j-local is not in the image.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -B -q -Dfast -DskipTests -pl api -am package

FROM eclipse-temurin:25-jre
RUN groupadd --system iolaus && useradd --system --gid iolaus --home-dir /var/lib/iolaus --create-home iolaus
COPY --from=build /src/api/target/iolaus.jar /opt/iolaus/iolaus.jar
COPY LICENSE NOTICE /opt/iolaus/
USER iolaus
VOLUME /var/lib/iolaus
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseCompactObjectHeaders", "-XX:+UseTransparentHugePages", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/iolaus/iolaus.jar", "--home", "/var/lib/iolaus"]
CMD ["serve", "--address", "0.0.0.0", "--port", "8080"]
