# The image of the service and of its command line. Build the application first: mvn -B verify
# The base image needs a Java runtime (17 or newer, with jdk.httpserver for the sandbox) on the PATH, a shell and, for the
# health check, bash.
ARG BASE_IMAGE=eclipse-temurin:25-jre
FROM ${BASE_IMAGE}

# A new volume takes the owner of the folder it covers; one that is not there would belong to root.
USER 0:0
RUN mkdir -p /var/lib/holdfast && chown 10001:10001 /var/lib/holdfast

# Numbers, so that a platform that refuses root can see that this is none, and nothing has to be added to the base.
USER 10001:10001
WORKDIR /opt/holdfast

# Libraries change seldom and come first, so that a new version moves kilobytes.
COPY --chown=0:0 target/quarkus-app/lib/ lib/
COPY --chown=0:0 target/quarkus-app/quarkus-run.jar ./
COPY --chown=0:0 target/quarkus-app/quarkus/ quarkus/
COPY --chown=0:0 target/quarkus-app/app/ app/

# The environments are mounted, read-only; the state folder is a volume, written by 10001.
ENV HOLDFAST_SOURCE_PATH=/environments \
    HOLDFAST_STATE_DIR=/var/lib/holdfast \
    QUARKUS_HTTP_HOST=0.0.0.0
VOLUME /var/lib/holdfast
EXPOSE 8080

# Alive is not the same as ready: a Holdfast that cannot reach AWS says so in /q/health/ready and must not be restarted.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]

# Flags here and not in JAVA_TOOL_OPTIONS, which prints a line at every command.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/holdfast/quarkus-run.jar"]
