# Both images must have the same C library, glibc or musl: the build keeps only the native libraries of the system that builds.
# Other base images, for example your institution's: --build-arg BUILD_IMAGE=... --build-arg RUNTIME_IMAGE=...
ARG BUILD_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${BUILD_IMAGE} AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/ModMatWorkshop.Domain/*.csproj src/ModMatWorkshop.Domain/
COPY src/ModMatWorkshop.Content/*.csproj src/ModMatWorkshop.Content/
COPY src/ModMatWorkshop.Exports/*.csproj src/ModMatWorkshop.Exports/
COPY src/ModMatWorkshop.Application/*.csproj src/ModMatWorkshop.Application/
COPY src/ModMatWorkshop.Web/*.csproj src/ModMatWorkshop.Web/
RUN dotnet restore src/ModMatWorkshop.Web
COPY . .
RUN dotnet publish src/ModMatWorkshop.Web --configuration Release --output /site

FROM ${RUNTIME_IMAGE}
# WeasyPrint, the fonts and the French hyphenation are for the PDFs, poppler-utils for the card and the icons, KaTeX for formulas,
# tzdata for time zones. WeasyPrint needs Munkres or SciPy; SciPy, which apt prefers, brings compilers and half a gigabyte.
RUN apt-get update \
  && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
    weasyprint python3-munkres poppler-utils hyphen-fr fonts-noto-core libjs-katex fonts-katex tzdata \
  && apt-get clean && rm -rf /var/lib/apt/lists/* \
  && install --directory --owner=1654 --group=1654 /data
COPY --from=build /site /site

# A numeric user, which every base image and orchestrator recognises as not root.
USER 1654:1654
WORKDIR /site
ENV ASPNETCORE_HTTP_PORTS=8080 \
  Site__DataPath=/data \
  XDG_CACHE_HOME=/tmp
VOLUME /data
EXPOSE 8080

# The image has no curl; bash can open the connection.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["./ModMatWorkshop.Web"]
