# Sets JAVA_HOME to a JDK 25 or later, if one can be found: JAVA_HOME itself, the java on the PATH, then the usual places.
# Sourced by mvnw and bin/register.
is_jdk25() {
  [ -x "$1/bin/javac" ] || return 1
  # 'java -version' is slow and differs between makers; the release file beside it does not.
  jdk_major="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)"
  [ -n "$jdk_major" ] && [ "$jdk_major" -ge 25 ]
}

find_jdk25() {
  java_on_path="$(command -v java 2>/dev/null || true)"
  [ -z "$java_on_path" ] || java_on_path="$(dirname "$(dirname "$(readlink -f "$java_on_path")")")"
  for home in "${JAVA_HOME-}" "$java_on_path"; do
    if [ -n "$home" ] && is_jdk25 "$home"; then
      printf %s "$home"
      return
    fi
  done
  for parent in /usr/lib/jvm /opt /opt/java /usr/local "$HOME/.sdkman/candidates/java" "$HOME/.jdks" /Library/Java/JavaVirtualMachines; do
    [ -d "$parent" ] || continue
    # mvnw switches globbing off, so the folders are listed by find.
    for home in $(find "$parent" -maxdepth 1 -mindepth 1 2>/dev/null | sort -r); do
      for candidate in "$home" "$home/Contents/Home"; do
        if is_jdk25 "$candidate"; then
          printf %s "$candidate"
          return
        fi
      done
    done
  done
}

jdk25_home="$(find_jdk25)"
if [ -n "$jdk25_home" ]; then
  JAVA_HOME="$jdk25_home"
  # Maven's own libraries use what JDK 25 warns about; the build's output is easier to read without.
  MAVEN_OPTS="${MAVEN_OPTS-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
  export JAVA_HOME MAVEN_OPTS
fi
