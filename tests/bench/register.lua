-- Posts the form of registration again and again, each time with an address of its own. FORM and COOKIE are in the environment.
local form, count = os.getenv("FORM"), 0
local salt = os.time()

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Cookie"] = os.getenv("COOKIE")

function request()
  count = count + 1
  return wrk.format(nil, nil, nil, form .. "&email=p" .. count .. "." .. salt .. "%40bench.example")
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("forms %.0f %.0f %.0f %d\n", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
