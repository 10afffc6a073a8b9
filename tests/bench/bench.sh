# Measures how fast the published site is, and compares it with nginx serving the same bytes. Most figures are ratios, because machines differ.
# Writes the table of docs/performance.md.
# shellcheck shell=bash
rounds=15 seconds=3 rows=''

bench() {
  want curl wrk nginx libnginx-mod-http-brotli-static brotli sqlite3 postgresql
  publish
  chmod 755 "$work"
  mkdir -p "$work/pages"

  start_times
  compare_with_nginx SQLite
  while_content_changes
  halt
  registrations SQLite
  halt
  on_postgres
  growth 32
  growth 1000
  growth 10000
  write_table
}

# --- The table

row() { # what, target, measured value
  printf '%-72s %-18s %s\n' "$1" "$2" "$3"
  rows+="| $1 | $2 | $3 |"$'\n'
}

write_table() {
  local machine
  machine="$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(date +%Y-%m-%d), $(git rev-parse --short HEAD)"
  awk -v rows="$rows" -v machine="$machine" '
    /^<!-- bench -->/ { print; print "Measured by `./dev bench` on " machine ".\n\n| what | target | measured |\n|---|---|---|"; printf "%s", rows; skip = 1 }
    /^<!-- end of bench -->/ { skip = 0 }
    !skip && !/^<!-- bench -->/' docs/performance.md >"$work/performance.md"
  cp "$work/performance.md" docs/performance.md
}

# --- Start and memory

start_times() {
  local begin times=() again
  begin=$(milliseconds)
  start
  row 'first start, with the import of the content' '' "$(($(milliseconds) - begin)) ms"
  for again in 1 2 3 4 5; do
    halt
    begin=$(milliseconds)
    start
    times+=($(($(milliseconds) - begin)))
  done
  row 'first answer after a later start, median of 5' '400 ms' "$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p) ms"
}

memory() { sed -n 's/^VmRSS:\s*\([0-9]*\) kB/\1/p' "/proc/$server/status" | awk '{ printf "%.0f MB", $1 / 1000 }'; }

# --- Comparison with nginx

compare_with_nginx() { # database
  local address ours theirs
  for address in $(curl -sf "$url/sitemap.xml" | grep -o '<loc>[^<]*' | cut -d'>' -f2); do curl -sf -H 'Accept-Encoding: br' -o /dev/null "$address"; done
  mirror /programme
  ours=$(curl -sf -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download}' "$url/programme")
  theirs=$(curl -sf -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download}' "$nginx/programme.html")
  row "bytes of /programme against gzip -9, $1" '1.01' "$(ratio "$ours" "$theirs") ($ours to $theirs)"
  wait_for_brotli /programme
  ours=$(weight /programme)
  theirs=$(curl -sf -H 'Accept-Encoding: br' -o /dev/null -w '%{size_download}' "$nginx/programme.html")
  row "bytes of /programme against brotli -q 11, $1" '1.01' "$(ratio "$ours" "$theirs") ($ours to $theirs)"
  # Warm-up: the runtime compiles the code that runs often.
  timed "$url/programme" 15 -H 'Accept-Encoding: br' >/dev/null
  side_by_side "brotli, $1" -H 'Accept-Encoding: br'
  side_by_side "gzip, $1" -H 'Accept-Encoding: gzip'
  side_by_side "304, $1" -H 'Accept-Encoding: br' -H 'If-None-Match: ETAG'
  row "resident memory, every page cached, after this load, $1" '150 MB' "$(memory)"
  kill "$(cat "$work/nginx/pid")"
  rm -rf "$work/nginx"
}

# Lets nginx serve the same bytes, precompressed, with the same headers.
mirror() { # path
  local root=$work/nginx port=5300
  while (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  mkdir -p "$root/html"
  curl -sf "$url$1" -o "$root/html$1.html"
  gzip -9 -k "$root/html$1.html"
  brotli -q 11 -k "$root/html$1.html"
  cat >"$root/nginx.conf" <<CONF
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
worker_processes auto;
pid $root/pid;
error_log $root/error.log;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 10000000;
  open_file_cache max=1000;
  gzip_static on;
  brotli_static on;
  server {
    listen 127.0.0.1:$port;
    root $root/html;
$(curl -sf -I "$url$1" | tr -d '\r' | sed -nE 's/^((Content-Security|X-|Referrer|Permissions|Cross|Cache-Control)[^:]*): (.*)$/    add_header \1 "\3" always;/p')
    add_header Vary Accept-Encoding always;
  }
}
CONF
  chmod -R a+rX "$root"
  # In the foreground, because a daemon has its own session, and Linux shares the processor between sessions.
  nginx -c "$root/nginx.conf" -g 'daemon off;' &
  until [ -s "$root/pid" ] && curl -sf -o /dev/null "http://127.0.0.1:$port$1.html"; do sleep 0.05; done
  nginx=http://127.0.0.1:$port
  workers=$(pgrep -P "$(cat "$root/pid")" | tr '\n' ' ')
}

side_by_side() { # what, headers for wrk
  local round speeds='' cpus='' ours theirs last
  local -a headers=("${@:2}")
  for round in $(seq "$rounds"); do
    ours=$(timed_as_known "$url/programme" "${headers[@]}")
    theirs=$(timed_as_known "$nginx/programme.html" "${headers[@]}")
    speeds+="$(ratio "${ours%% *}" "${theirs%% *}")"$'\n'
    cpus+="$(ratio "$(cut -d' ' -f3 <<<"$ours")" "$(cut -d' ' -f3 <<<"$theirs")")"$'\n'
    last="$ours / $theirs"
  done
  row "requests a second against nginx, /programme, $1, 32 connections" '0.75' \
    "$(median "$speeds") ($(cut -d' ' -f1 <<<"$last") to $(cut -d' ' -f6 <<<"$last") in the last round)"
  row "CPU a request against nginx, $1" '1.5' "$(median "$cpus") ($(cut -d' ' -f3 <<<"$last") to $(cut -d' ' -f8 <<<"$last") µs)"
  row "p99 of these answers, ours and nginx’s, $1" '' "$(cut -d' ' -f2 <<<"$last") and $(cut -d' ' -f7 <<<"$last")"
}

# Like a browser, sends the ETag of the page that it has, where a header says ETAG.
timed_as_known() { # address, headers for wrk
  local tag
  local -a headers=("${@:2}")
  tag=$(curl -sf -I "${headers[@]:0:2}" "$1" | tr -d '\r' | sed -n 's/^ETag: //p')
  timed "$1" "$seconds" "${headers[@]/ETAG/$tag}"
}

timed() { # address, seconds, headers; prints requests a second, p99, microseconds of CPU a request, number of requests
  local pids=$server before=0 after=0 output pid count
  case $1 in "${nginx:-none}"*) pids=$workers ;; esac
  for pid in $pids; do before=$((before + $(cpu_time "$pid"))); done
  output=$(wrk -t 1 -c 32 -d "${2}s" --latency "${@:3}" "$1")
  for pid in $pids; do after=$((after + $(cpu_time "$pid"))); done
  if grep -q 'Non-2xx' <<<"$output" && ! grep -q 304 <<<"$*"; then echo "$1 does not answer as it should" >&2; fi
  count=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' <<<"$output")
  echo "$(sed -n 's/^Requests.sec: *//p' <<<"$output") $(sed -n 's/^ *99% *//p' <<<"$output") $(awk -v t=$((after - before)) -v n="$count" 'BEGIN { printf "%.1f", t / 1000 / n }') $count"
}

# CPU time of all threads in nanoseconds. The tick count of /proc/PID/stat misses threads that run in short bursts.
cpu_time() { cat /proc/"$1"/task/*/schedstat 2>/dev/null | awk '{ sum += $1 } END { printf "%.0f\n", sum }'; }
median() { sed '/^$/d' <<<"$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }

wait_for_brotli() {
  until curl -sf -I -H 'Accept-Encoding: br' "$url$1" | grep -qi '^content-encoding: br'; do sleep 0.05; done
}

# --- Pages during writes

while_content_changes() {
  local folder=$work/content writer
  halt
  cp -r content "$folder"
  start --Site:ContentPath="$folder"
  wait_for_brotli /programme
  while sleep 1; do echo >>"$folder/contributions/o1.md"; done &
  writer=$!
  row 'p99 of /programme while the content is imported every second' '20 ms' "$(p99 /programme 3000) ms"
  kill "$writer" && wait "$writer" 2>/dev/null || true
}

# Concurrent registrations, each with a mail, after a warm-up of the same length.
registrations() { # database, arguments for the program
  local jar=$work/jar before after
  rm -rf "$work/data"
  start "${while_open[@]}" "${@:2}"
  keep form 200 'name="given-name"' /inscription -c "$jar"
  export FORM COOKIE
  FORM=$(filled_form) COOKIE=$(awk '/form/ { print $6 "=" $7 }' "$jar")
  before="$(times /?nobody) $(times /inscription) $(times /participants?nobody)"
  load_registrations >/dev/null
  row "registrations a second, 64 at once, $1" '300, p99 500 ms' "$(load_registrations)"
  load_registrations >/dev/null &
  sleep 1
  row "p99 of /programme while 64 forms come at once, $1" '' "$(p99 /programme 5000) ms"
  wait $!
  after="$(times /?nobody) $(times /inscription) $(times /participants?nobody)"
  row "home, form, list of participants rendered, median ms, with no registrations and after this load, $1" '' "$(cut -d' ' -f1,3,5 <<<"$before" | tr ' ' '|' | sed 's/|/ · /g') and $(cut -d' ' -f1,3,5 <<<"$after" | sed 's/ / · /g')"
  if [ "$1" = SQLite ]; then during_a_lock; fi
}

load_registrations() { wrk -t 1 -c 64 -d 15s -s tests/bench/register.lua "$url/inscription" | sed -n 's/^Forms: //p'; }

# Pages while another program locks the database and sixteen registrations wait for it.
during_a_lock() {
  local person waiting=() holder held
  printf '.timeout 30000\nBEGIN IMMEDIATE;\n.shell touch "%s/held"; sleep 10\n' "$work" | sqlite3 "$work/data/workshop.db" &
  holder=$!
  until [ -e "$work/held" ]; do sleep 0.1; done
  for person in {1..16}; do
    curl -sf -o /dev/null -b "$jar" -d "$FORM&email=waits$person%40example.org" "$url/inscription" &
    waiting+=($!)
  done
  sleep 0.5
  held="$(p99 /programme 1000) ms"
  if ! kill -0 "$holder" 2>/dev/null; then held='nothing: the lock was released too early'; fi
  row 'p99 of /programme while 16 registrations wait on a held lock' '10 ms' "$held"
  wait "${waiting[@]}" "$holder"
}

# --- PostgreSQL: comparison with nginx, registrations, two instances

on_postgres() {
  local bin as=(env) home=$work/postgres database first first_url begin
  bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
  if [ "$(id -u)" -eq 0 ]; then as=(runuser -u postgres --); fi
  mkdir "$home" && if [ "$(id -u)" -eq 0 ]; then chown postgres "$home"; fi
  "${as[@]}" "$bin/initdb" --pgdata="$home/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
  "${as[@]}" "$bin/pg_ctl" start --silent --wait --pgdata="$home/data" --log="$home/log" --options="-k $home -c listen_addresses="
  database=(--Database:Provider=postgres)
  rm -rf "$work/data"
  start "${database[@]}" "--ConnectionStrings:Workshop=Host=$home;Username=postgres;Database=nginx"
  rounds=5 compare_with_nginx PostgreSQL
  halt
  # A database of their own, because the site key in the data folder is another one.
  database+=("--ConnectionStrings:Workshop=Host=$home;Username=postgres;Database=workshop")
  registrations PostgreSQL "${database[@]}"

  first=$server first_url=$url
  start "${while_open[@]}" "${database[@]}"
  curl -sf -o /dev/null "$first_url/" && curl -sf -o /dev/null "$url/"
  ASPNETCORE_ENVIRONMENT=Production Site__BaseUrl=$url Site__DataPath=$work/data "$work/site/ModMatWorkshop.Web" registration close "${while_open[@]}" "${database[@]}" >/dev/null
  begin=$(milliseconds)
  until closed "$first_url/" && closed "$url/"; do sleep 0.01; done
  row 'a change by a third program seen on both instances, after it has ended' '1000 ms' "$(($(milliseconds) - begin)) ms"
  halt
  server=$first
  halt
  "${as[@]}" "$bin/pg_ctl" stop --silent --mode=fast --pgdata="$home/data"
}

closed() { curl -sf "$1" | grep -q 'data-seats-left="closed"'; }

# --- Large programmes

growth() { # number of contributions
  local address
  rm -rf "$work/data" "$work/content"
  synthetic "$work/content" "$1"
  begin=$(milliseconds)
  start --Site:ContentPath="$work/content"
  row "first start, with the import of $1 contributions" "$([ "$1" = 10000 ] && echo '30 s')" "$(($(milliseconds) - begin)) ms"
  for address in / /programme /resumes /resumes/o3 /posters '/recherche?q=energy' '/recherche?q=person+42'; do
    row "$address rendered, median ms; bytes in brotli; $1 contributions" '' "$(times "$address$(uncached "$address")" | cut -d' ' -f1) ms; $(wait_for_weight "$address") B"
  done
  halt
}

# A query string, so that the page is rendered and not answered from the cache.
uncached() { case $1 in *\?*) ;; *) echo '?uncached' ;; esac; }
wait_for_weight() { case $1 in *\?*) ;; *) curl -sf -o /dev/null "$url$1" && wait_for_brotli "$1" ;; esac; weight "$1"; }

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

weight() { # total bytes of these paths in Brotli
  local address
  for address; do curl -sf -H 'Accept-Encoding: br' -o /dev/null -w '%{size_download}\n' "$url$address"; done | awk '{ sum += $1 } END { print sum }'
}

times() { # path; prints median and 99th percentile of 300 answers over one connection, after 30 for warm-up
  timeout 60 curl -sf -H 'Accept-Encoding: br' -o /dev/null -w '%{time_total}\n' "$url$1#[1-330]" | tail -n 300 | percentiles
}

p99() { # path, number of requests
  timeout 60 curl -sf -H 'Accept-Encoding: br' -o /dev/null -w '%{time_total}\n' --rate 400/s "$url$1#[1-$2]" | percentiles | cut -d' ' -f2
}

percentiles() { sort -n | awk '{ t[NR] = $1 * 1000 } END { printf "%.2f %.2f\n", t[int((NR + 1) / 2)], t[int(NR * .99 + .5)] }'; }

# Writes a content folder. A tenth of the contributions are talks of a quarter of an hour, the others are posters.
synthetic() { # folder, number of contributions
  mkdir -p "$1/sessions" "$1/contributions"
  cp -r content/pages content/news content/workshop.en.md "$1"
  awk -v days=$(($2 / 400)) '/^slots:/ { exit } { if (/^end:/) { split($2, d, "-"); $0 = "end: " strftime("%Y-%m-%d", mktime(d[1] " " d[2] " " d[3] " 12 0 0") + days * 86400) } print } END { print "---" }' content/workshop.md >"$1/workshop.md"
  awk -v folder="$1" -v many="$2" '
    function text(words,   i, output) { for (i = 1; i <= words; i++) output = output (i > 1 ? " " : "") vocabulary[1 + int(rand() * words_known)] (i % 12 == 0 ? "." : ""); return output }
    function contribution(code, kind,   file, i) {
      file = folder "/contributions/" tolower(code) ".md"
      printf "---\ncode: %s\nkind: %s\ntitle: \"%s\"\ntitle_lang: en\nlang: en\ncondensed: true\n", code, kind, text(9) >file
      printf "speaker: \"Person Number %d\"\nauthors:\n", ++persons >file
      for (i = 0; i < 3; i++) printf "  - { name: \"Person Number %d\", affiliations: [1] }\n", persons + i * 31 >file
      printf "affiliations:\n  - \"Laboratory %d, Toulouse\"\nkeywords: [\"word %d\", \"word %d\"]\n", rand() * 90, rand() * 30, 30 + rand() * 600 >file
      printf "references:\n  - \"A. Author, *Phys. Rev.* **%d** (2020).\"\n---\n\n%s [1].\n", rand() * 99, text(120) >file
      close(file)
    }
    BEGIN {
      srand(7)
      words_known = split("energy surface model potential learning graph kernel neural network oxide zinc silicon glass dynamics defect lattice phase crystal descriptor training accuracy quantum density functional simulation temperature pressure entropy barrier dislocation", vocabulary)
      for (talk = 1; talk <= many / 10; talk++) {
        if (talk % 40 == 1) {
          file = folder "/sessions/session-" ++day ".md"
          printf "---\nsession: %d\ndate: %s\nhalf_day: morning\nslots:\n", day, strftime("%Y-%m-%d", mktime("2021 09 22 12 0 0") + (day - 1) * 86400) >file
        }
        minute = 480 + (talk - 1) % 40 * 15
        printf "  - { start: \"%02d:%02d\", end: \"%02d:%02d\", contribution: O%d }\n", minute / 60, minute % 60, (minute + 15) / 60, (minute + 15) % 60, talk >file
        if (talk % 40 == 0 || talk == int(many / 10)) print "---" >file
        contribution("O" talk, "oral")
      }
      for (poster = 1; poster <= many - int(many / 10); poster++) contribution("P" poster, "poster")
    }'
}
